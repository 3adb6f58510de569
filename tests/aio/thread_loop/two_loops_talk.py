import asyncio
import threading
import time

ready = threading.Event()
loops = {}


async def serve(name, rounds):
    loops[name] = asyncio.get_running_loop()
    ready.set()
    for i in range(rounds):
        await asyncio.sleep(1)
        print(name, i, time.monotonic())


async def answer(n):
    await asyncio.sleep(0.25)
    return n * 2


async def main():
    thread = threading.Thread(target=asyncio.run, args=(serve('other', 3),))
    thread.start()
    await asyncio.to_thread(ready.wait)
    for n in range(3):
        future = asyncio.run_coroutine_threadsafe(answer(n), loops['other'])
        print(await asyncio.wrap_future(future), time.monotonic())
        await asyncio.sleep(0.5)
    await asyncio.to_thread(thread.join)
    print('joined', time.monotonic())


asyncio.run(main())
