import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for name in 'abc':
        loop.call_later(1, print, name)
    loop.call_at(loop.time() + 1, print, 'd')
    await asyncio.sleep(1)
    print('main')


asyncio.run(main())
