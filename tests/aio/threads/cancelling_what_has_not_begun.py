import asyncio
import time


def work(n):
    print('work', n, time.monotonic())
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, work, n) for n in range(8)]
    await asyncio.sleep(0.5)
    print([f.cancel() for f in futures[5:]])
    print(await asyncio.gather(*futures, return_exceptions=True))
    print(futures[0], [f.cancelled() for f in futures])


asyncio.run(main())
