import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def work(n):
    time.sleep(1)
    return n * 10


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in range(4)]
        print(futures[0].done(), type(futures[0]).__name__)
        print(await asyncio.gather(*futures), loop.time())
    with ProcessPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, work, 7), loop.time())


asyncio.run(main())
