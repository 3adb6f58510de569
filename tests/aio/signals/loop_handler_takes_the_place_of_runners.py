# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, print, 'not today')
    await asyncio.sleep(2)
    print('end')


asyncio.run(main())
print(signal.getsignal(signal.SIGINT))
