# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()

    def handler(number, frame):
        loop.call_soon_threadsafe(event.set)

    signal.signal(signal.SIGUSR1, handler)
    asyncio.create_task(asyncio.sleep(3))
    await event.wait()
    print('at once', loop.time())


asyncio.run(main())
