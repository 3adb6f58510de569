import asyncio


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(print, 'never')
    later = loop.call_later(1, print, 'never')
    soon.cancel()
    later.cancel()
    later.cancel()
    print(soon.cancelled(), later.cancelled())
    await asyncio.sleep(2)
    print('end')


asyncio.run(main())
