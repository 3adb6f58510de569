# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio
import time


def work():
    time.sleep(3)
    print('thread ends')


async def main():
    try:
        await asyncio.to_thread(work)
    except asyncio.CancelledError:
        print('main is cancelled')
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted', time.monotonic())
