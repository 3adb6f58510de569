# world: {"signals": [{"at": 1.5, "signal": "SIGTERM"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    print(loop.add_signal_handler(signal.SIGTERM, stop.set))
    await stop.wait()
    print('stopped', loop.time())
    print(loop.remove_signal_handler(signal.SIGTERM))
    print(loop.remove_signal_handler(signal.SIGTERM))
    print(signal.getsignal(signal.SIGTERM))


asyncio.run(main())
