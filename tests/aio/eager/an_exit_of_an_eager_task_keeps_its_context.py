import asyncio


async def leaves():
    try:
        {}['nothing']
    except KeyError:
        raise SystemExit('out')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            asyncio.create_task(leaves())
        except SystemExit as error:
            print(repr(error), repr(error.__context__), repr(error.__context__.__context__))


asyncio.run(main())
