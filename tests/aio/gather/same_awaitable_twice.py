import asyncio


async def f():
    print('runs once')
    return object()


async def main():
    coro = f()
    a, b = await asyncio.gather(coro, coro)
    print(a is b)
    task = asyncio.create_task(asyncio.sleep(1, 'x'))
    print(await asyncio.gather(task, task, asyncio.sleep(0, 'y')))


asyncio.run(main())
