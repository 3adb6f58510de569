import asyncio
import threading
import time


async def tick():
    while True:
        await asyncio.sleep(1)
        print('tick', time.monotonic())


threading.Thread(target=asyncio.run, args=(tick(),), daemon=True).start()
time.sleep(2.5)
print('main ends')
