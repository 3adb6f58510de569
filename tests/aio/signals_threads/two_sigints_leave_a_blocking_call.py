# world: {"signals": [{"at": 1, "signal": "SIGINT"}, {"at": 2, "signal": "SIGINT"}]}
import asyncio
import queue
import time


async def main():
    try:
        queue.Queue().get()
    except KeyboardInterrupt:
        print('left at', time.monotonic())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
