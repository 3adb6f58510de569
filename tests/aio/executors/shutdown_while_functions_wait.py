import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(1)
    print('work', n, time.monotonic())
    return n


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(1)
    futures = [loop.run_in_executor(pool, work, n) for n in range(3)]
    await asyncio.sleep(0.5)
    pool.shutdown(wait=False, cancel_futures=True)
    print(await asyncio.gather(*futures, return_exceptions=True), time.monotonic())


asyncio.run(main())
