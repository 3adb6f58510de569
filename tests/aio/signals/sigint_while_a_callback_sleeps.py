# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio
import time


async def main():
    time.sleep(3)
    print('slept', time.monotonic())
    await asyncio.sleep(1)
    print('never')


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted', time.monotonic())
