import asyncio
import threading
import time


async def add(a, b):
    await asyncio.sleep(1)
    print('adding', asyncio.current_task().get_name())
    return a + b


async def fail():
    raise ValueError('no')


def work(loop):
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print('asked', future.done(), time.monotonic())
    print(future.result(), time.monotonic())
    print(repr(asyncio.run_coroutine_threadsafe(fail(), loop).exception()))


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())


asyncio.run(main())
