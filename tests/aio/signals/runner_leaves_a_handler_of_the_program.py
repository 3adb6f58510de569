# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio
import signal


def handler(number, frame):
    print('mine')


signal.signal(signal.SIGINT, handler)


async def main():
    print(signal.getsignal(signal.SIGINT) is handler)
    await asyncio.sleep(2)


asyncio.run(main())
print(signal.getsignal(signal.SIGINT) is handler)
