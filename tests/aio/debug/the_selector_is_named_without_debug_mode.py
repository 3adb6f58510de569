import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)


async def main():
    await asyncio.sleep(2)
    print('slept')


asyncio.run(main())
