# world: {"signals": [{"at": 1, "signal": "SIGINT"}, {"at": 2, "signal": "SIGINT"}]}
import asyncio
import time


async def main():
    try:
        time.sleep(3)
    except KeyboardInterrupt:
        print('in the middle', time.monotonic())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted', time.monotonic())
