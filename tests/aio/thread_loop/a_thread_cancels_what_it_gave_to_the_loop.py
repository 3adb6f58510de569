import asyncio
import concurrent.futures
import threading
import time

async def job(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError as error:
        print('job', n, 'cancelled', error.args)
        raise

async def failing():
    await asyncio.sleep(0.1)
    raise ValueError('no')

def work(loop):
    f = asyncio.run_coroutine_threadsafe(job(10), loop)
    time.sleep(1)
    print('cancel', f.cancel(), f.cancelled(), f.done())
    try:
        f.result()
    except concurrent.futures.CancelledError as error:
        print('cancelled', repr(error))
    f = asyncio.run_coroutine_threadsafe(job(2), loop)
    try:
        f.result(timeout=1)
    except TimeoutError as error:
        print('timeout', repr(error), f)
    print(f.result(), f.cancel())
    f = asyncio.run_coroutine_threadsafe(failing(), loop)
    print(repr(f.exception()))
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        print(error)
    f = asyncio.run_coroutine_threadsafe(job(0), loop)
    f.add_done_callback(lambda f: print('callback in', threading.current_thread().name, f.result()))
    concurrent.futures.wait([f])
    return 'worked'

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(work, loop))
    print(len(asyncio.all_tasks()))

asyncio.run(main())
