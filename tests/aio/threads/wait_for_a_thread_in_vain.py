import asyncio
import time


def work():
    time.sleep(3)
    print('thread ends', time.monotonic())


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(work), 1)
    except TimeoutError as error:
        print('timeout', repr(error), time.monotonic())
    try:
        async with asyncio.timeout(2):
            await asyncio.to_thread(time.sleep, 2)
            print('at the very time', time.monotonic())
    except TimeoutError:
        print('timeout', time.monotonic())


asyncio.run(main())
