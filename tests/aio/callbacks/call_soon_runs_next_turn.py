import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'first', 1)
    loop.call_soon(print, 'second', 2)
    print('main')
    await asyncio.sleep(0)
    print('main again')


asyncio.run(main())
