import asyncio
import time


def work(n):
    time.sleep(1)
    print('thread', n, time.monotonic())


async def nap(n):
    await asyncio.sleep(1)
    print('task', n, time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, 'timer')
    await asyncio.gather(nap(1), asyncio.to_thread(work, 1), nap(2), asyncio.to_thread(work, 2))


asyncio.run(main())
