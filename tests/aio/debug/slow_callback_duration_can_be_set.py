import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 1.5
    time.sleep(1.4)
    await asyncio.sleep(0)
    time.sleep(1.5)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.01
    time.sleep(0.02)


asyncio.run(main(), debug=True)
