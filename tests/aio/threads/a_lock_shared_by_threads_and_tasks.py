import asyncio
import threading
import time

lock = threading.Lock()


def work(name):
    with lock:
        print(name, 'has it', time.monotonic())
        time.sleep(1)


async def main():
    await asyncio.gather(*[asyncio.to_thread(work, n) for n in 'abc'])
    future = asyncio.get_running_loop().run_in_executor(None, work, 'd')
    await asyncio.sleep(0.5)
    with lock:
        print('main blocks the loop', time.monotonic())
    await future


asyncio.run(main())
