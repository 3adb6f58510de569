import asyncio
import signal


async def main():
    signal.raise_signal(signal.SIGINT)
    print('goes on to the next await')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('here')
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
