import asyncio
import concurrent.futures
import threading
import time


def finish(future, seconds):
    time.sleep(seconds)
    if future.set_running_or_notify_cancel():
        future.set_result('from the thread')


async def main():
    source = concurrent.futures.Future()
    threading.Thread(target=finish, args=(source, 1)).start()
    wrapped = asyncio.wrap_future(source)
    print(wrapped.done(), asyncio.wrap_future(wrapped) is wrapped)
    print(await wrapped, time.monotonic())
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    print(source.cancelled())
    await asyncio.sleep(0)
    print(source.cancelled())
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    source.cancel()
    try:
        await wrapped
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
