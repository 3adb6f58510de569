# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, print, 'signal')
    loop.call_later(1, print, 'timer')
    await asyncio.sleep(2)


asyncio.run(main())
