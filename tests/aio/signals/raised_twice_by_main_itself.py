import asyncio
import os
import signal


async def main():
    os.kill(os.getpid(), signal.SIGINT)
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt as error:
        print(repr(error))
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
