import asyncio
import threading
import time


def work(loop, event, queue):
    time.sleep(1)
    loop.call_soon_threadsafe(queue.put_nowait, 'one')
    loop.call_soon_threadsafe(queue.put_nowait, 'two')
    time.sleep(1)
    loop.call_soon_threadsafe(event.set)
    print('thread ends')


async def listen(queue):
    while True:
        print('got', await queue.get(), time.monotonic())


async def main():
    event, queue = asyncio.Event(), asyncio.Queue()
    listener = asyncio.create_task(listen(queue))
    threading.Thread(target=work, args=(asyncio.get_running_loop(), event, queue)).start()
    await event.wait()
    print('event', time.monotonic())
    listener.cancel()


asyncio.run(main())
