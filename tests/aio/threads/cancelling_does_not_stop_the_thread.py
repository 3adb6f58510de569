import asyncio
import time


def work():
    time.sleep(2)
    print('the thread ends all the same', time.monotonic())
    return 'lost'


async def main():
    task = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', time.monotonic())


asyncio.run(main())
print('run is over', time.monotonic())
