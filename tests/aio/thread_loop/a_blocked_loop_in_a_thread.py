import asyncio
import threading
import time


async def block():
    time.sleep(2)
    print('blocked', time.monotonic())


async def tick(name):
    for i in range(3):
        print(name, i, time.monotonic())
        await asyncio.sleep(1)


async def other():
    await asyncio.gather(tick('thread'), block())


t = threading.Thread(target=asyncio.run, args=(other(),))
t.start()
asyncio.run(tick('main'))
