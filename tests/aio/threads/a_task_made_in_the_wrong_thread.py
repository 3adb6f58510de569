import asyncio
import time


async def job():
    print('job runs', time.monotonic())


def work(loop):
    coro = job()
    try:
        asyncio.create_task(coro)
    except RuntimeError as error:
        print(error)
        coro.close()
    time.sleep(1)
    loop.call_soon_threadsafe(loop.create_task, job())


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())
    await asyncio.sleep(1)


asyncio.run(main())
