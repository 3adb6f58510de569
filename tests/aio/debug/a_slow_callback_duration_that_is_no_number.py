import asyncio
import time

async def slow(n):
    time.sleep(n)
    await asyncio.sleep(0)
    time.sleep(n / 2)

def late(n):
    time.sleep(n)

class Callable:
    def __call__(self, *args):
        time.sleep(0.3)

async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.2
    t = asyncio.create_task(slow(0.5), name='slow one')
    t.add_done_callback(Callable())
    loop.call_soon(late, 0.25)
    loop.call_later(0.1, late, 0.21)
    loop.call_soon_threadsafe(Callable())
    await t
    await asyncio.sleep(1)
    loop.slow_callback_duration = 0
    await asyncio.sleep(0)
    loop.slow_callback_duration = 9
    try:
        loop.slow_callback_duration = 'x'
    except TypeError as error:
        print(error)

asyncio.run(main(), debug=True)
