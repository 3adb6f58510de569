import asyncio
import time


async def busy():
    time.sleep(0.5)
    await asyncio.sleep(0)
    time.sleep(0.05)


async def main():
    await asyncio.create_task(busy(), name='busy')


asyncio.run(main(), debug=True)
