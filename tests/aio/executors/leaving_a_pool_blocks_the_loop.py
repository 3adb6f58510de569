import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def tick():
    while True:
        print('tick', time.monotonic())
        await asyncio.sleep(0.5)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    with ThreadPoolExecutor() as pool:
        asyncio.get_running_loop().run_in_executor(pool, time.sleep, 2)
        await asyncio.sleep(0.7)
    print('left', time.monotonic())
    await asyncio.sleep(0.1)
    ticking.cancel()


asyncio.run(main())
