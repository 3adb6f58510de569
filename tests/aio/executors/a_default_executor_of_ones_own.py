import asyncio
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def work(n):
    time.sleep(1)
    return n, threading.current_thread().name, time.monotonic()


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (3, ProcessPoolExecutor()):
        try:
            loop.set_default_executor(wrong)
        except TypeError as error:
            print(error)
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix='solo'))
    print(await asyncio.gather(*[asyncio.to_thread(work, n) for n in range(3)]))
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(work, 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
