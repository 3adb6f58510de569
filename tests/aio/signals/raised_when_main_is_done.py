import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_soon(signal.raise_signal, signal.SIGINT)


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print('interrupted', repr(error))
