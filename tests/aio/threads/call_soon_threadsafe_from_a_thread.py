import asyncio
import threading
import time


def work(loop, future):
    for i in range(3):
        time.sleep(1)
        loop.call_soon_threadsafe(print, 'news', i)
        print('sent', i, time.monotonic())
    loop.call_soon_threadsafe(future.set_result, 'done')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    thread = threading.Thread(target=work, args=(loop, future))
    thread.start()
    print('started')
    print(await future, time.monotonic(), thread.is_alive())


asyncio.run(main())
