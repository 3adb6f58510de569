# world: {"signals": [{"at": 0.5, "signal": "SIGUSR1"}, {"at": 0.5, "signal": "SIGUSR2"}, {"at": 2, "signal": "SIGUSR1"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    for number in (signal.SIGUSR1, signal.SIGUSR2):
        loop.add_signal_handler(number, queue.put_nowait, number.name)
    for turn in range(3):
        print(await queue.get(), loop.time())


asyncio.run(main())
