import asyncio
import threading
import time


def work(n):
    print(n, threading.current_thread().name, time.monotonic())
    time.sleep(n)
    print(n, 'done', time.monotonic())
    return n


async def main():
    results = await asyncio.gather(*[asyncio.to_thread(work, n) for n in (3, 1, 2, 2, 1, 3, 1, 2)])
    print(results)


asyncio.run(main())
