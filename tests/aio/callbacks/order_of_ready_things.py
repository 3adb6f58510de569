import asyncio


async def task(name):
    print('task', name)
    await asyncio.sleep(0)
    print('task', name, 'again')


async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(task('a'))
    loop.call_soon(print, 'callback 1')
    asyncio.create_task(task('b'))
    loop.call_soon(print, 'callback 2')
    for _ in range(3):
        print('main')
        await asyncio.sleep(0)


asyncio.run(main())
