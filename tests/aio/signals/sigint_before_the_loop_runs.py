import asyncio
import signal


async def main():
    print('main')


coro = main()
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print(repr(error))
asyncio.run(coro)
