import asyncio
import threading
import time


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, daemon=True)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(add(n, n), loop) for n in range(3)]
print([f.result() for f in futures], time.monotonic())
print(loop.is_running(), thread.is_alive())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), thread.is_alive(), time.monotonic())
loop.close()
