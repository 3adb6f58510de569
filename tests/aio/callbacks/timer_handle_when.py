import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1.5, print, 'tick')
    print(handle.when(), loop.time(), handle.cancelled())
    await asyncio.sleep(0.1)
    print(loop.call_later(0.2, print, 'tock').when())
    await asyncio.sleep(2)


asyncio.run(main())
