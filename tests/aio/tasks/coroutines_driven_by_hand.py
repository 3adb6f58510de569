import asyncio

async def stubborn():
    try:
        await asyncio.sleep(1)
    except GeneratorExit:
        print('exit')
        try:
            await asyncio.sleep(1)
        except BaseException as error:
            print('inner', repr(error))
            raise
    finally:
        print('finally')

async def main():
    c = stubborn()
    c.send(None)
    try:
        c.close()
    except RuntimeError as error:
        print(error)
    c = stubborn()
    f = c.send(None)
    print(type(f).__name__, f._asyncio_future_blocking)
    try:
        c.throw(ValueError('thrown'))
    except ValueError as error:
        print(error)
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    try:
        t.get_coro().send(None)
    except RuntimeError as error:
        print(error)
    print(await asyncio.gather(t, return_exceptions=True))
    c = asyncio.sleep(1)
    w = c.__await__()
    print(type(w).__name__)
    w.close()
    try:
        await c
    except RuntimeError as error:
        print(error)
    async def returns():
        return 7
    c = returns()
    try:
        c.send(5)
    except TypeError as error:
        print(error)
    c.close()
    c = returns()
    try:
        c.send(None)
    except StopIteration as error:
        print(error.value)
    try:
        c.send(None)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
