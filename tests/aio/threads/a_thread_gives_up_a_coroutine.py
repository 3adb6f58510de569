import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('slow is cancelled', time.monotonic())
        raise


def work(loop):
    future = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        future.result(timeout=2)
    except TimeoutError as error:
        print('gave up', repr(error), time.monotonic(), future.cancel())
    time.sleep(1)
    print(future.cancelled(), future.done())


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())
    try:
        asyncio.run_coroutine_threadsafe(3, asyncio.get_running_loop())
    except TypeError as error:
        print(error)


asyncio.run(main())
