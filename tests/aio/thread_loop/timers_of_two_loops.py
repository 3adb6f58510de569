import asyncio
import threading
import time


async def ticks(name, period, count):
    for i in range(count):
        await asyncio.sleep(period)
        print(name, i, time.monotonic())


t = threading.Thread(target=lambda: asyncio.run(ticks('thread', 0.5, 6)))
t.start()
asyncio.run(ticks('main', 1, 3))
t.join()
print(time.monotonic())
