import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format='%(levelname)s %(name)s %(message)s')


async def main():
    await asyncio.sleep(1.5)
    time.sleep(0.3)


asyncio.run(main(), debug=True)
