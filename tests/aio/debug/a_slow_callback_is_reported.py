import asyncio
import time


def slow(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.call_soon(slow, 0.25)
    await asyncio.sleep(0)
    print('next')


asyncio.run(main(), debug=True)
