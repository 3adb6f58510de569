import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    print(sys.get_coroutine_origin_tracking_depth())
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())


asyncio.run(main())
