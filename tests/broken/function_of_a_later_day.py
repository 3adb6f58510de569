import asyncio
import time


async def main():
    print(await asyncio.to_thread(time.sleep, 1))


asyncio.run(main())
