import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), time.monotonic())
    await asyncio.sleep(0.1)
    print(loop.time())
    await asyncio.sleep(0.2)
    print(loop.time(), time.perf_counter())


asyncio.run(main())
