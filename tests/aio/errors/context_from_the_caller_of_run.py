import asyncio


async def bad():
    raise KeyError('inner')


async def main():
    try:
        await bad()
    except KeyError as e:
        print('ctx', repr(e.__context__))
    t = asyncio.create_task(bad())
    try:
        await t
    except KeyError as e:
        print('ctx2', repr(e.__context__))
        a = e
    try:
        await t
    except KeyError as e:
        print(e is a, e.__traceback__ is not None)
    try:
        raise ValueError('outer')
    except ValueError:
        u = asyncio.create_task(bad())
        try:
            await u
        except KeyError as e:
            print('ctx3', repr(e.__context__))
        await asyncio.sleep(0)


try:
    raise ZeroDivisionError
except ZeroDivisionError:
    asyncio.run(main())
