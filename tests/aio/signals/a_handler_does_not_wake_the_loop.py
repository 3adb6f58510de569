# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    signal.signal(signal.SIGUSR1, lambda number, frame: event.set())
    asyncio.create_task(asyncio.sleep(3))
    await event.wait()
    print('only when a timer was due', loop.time())


asyncio.run(main())
