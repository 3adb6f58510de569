import asyncio
import threading
import time


async def ticks():
    for i in range(4):
        print('tick', i, time.monotonic())
        await asyncio.sleep(1)


t = threading.Thread(target=asyncio.run, args=(ticks(),))
t.start()
time.sleep(2)
print('main', time.monotonic())
t.join()
print('joined', time.monotonic())
