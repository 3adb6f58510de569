import asyncio
import threading
import time


async def tick():
    while True:
        print('tick', time.monotonic())
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
task = loop.create_task(tick())
threading.Timer(2.5, loop.call_soon_threadsafe, [loop.stop]).start()
loop.run_forever()
print('stopped', time.monotonic(), task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print('cancelled')
loop.close()
