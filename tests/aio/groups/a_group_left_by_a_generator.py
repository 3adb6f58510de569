import asyncio


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, 'done')
    finally:
        print(name, 'over')


async def source():
    async with asyncio.TaskGroup() as group:
        group.create_task(child('a', 1))
        group.create_task(child('b', 5))
        try:
            for i in range(3):
                yield i
                await asyncio.sleep(1)
        finally:
            print('leaving', asyncio.current_task().cancelling())


async def main():
    g = source()
    async for i in g:
        print(i)
        if i == 1:
            break
    try:
        await g.aclose()
    except BaseException as error:
        print(repr(error))
    try:
        async with asyncio.timeout(1.5):
            async for i in source():
                print(i)
    except TimeoutError as error:
        print(repr(error), asyncio.current_task().cancelling())
    g = source()
    print(await anext(g))
    t = asyncio.create_task(anext(g))
    await asyncio.sleep(0.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))


asyncio.run(main())
