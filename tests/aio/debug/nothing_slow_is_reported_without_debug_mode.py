import asyncio
import time


async def main():
    time.sleep(3)
    await asyncio.sleep(0)
    print('quiet')


asyncio.run(main())
