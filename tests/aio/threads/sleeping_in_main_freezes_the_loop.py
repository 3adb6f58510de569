import asyncio
import time


def work():
    for i in range(3):
        time.sleep(1)
        print('thread', time.monotonic())


async def tick():
    while True:
        print('tick', time.monotonic())
        await asyncio.sleep(0.5)


async def main():
    ticking = asyncio.create_task(tick())
    future = asyncio.get_running_loop().run_in_executor(None, work)
    await asyncio.sleep(0.6)
    time.sleep(2)
    print('the loop was frozen', time.monotonic())
    await future
    ticking.cancel()


asyncio.run(main())
