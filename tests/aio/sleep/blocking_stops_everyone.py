import asyncio
import time


async def ticker():
    for i in range(4):
        print('tick', i)
        await asyncio.sleep(1)


async def blocker():
    await asyncio.sleep(0.5)
    print('blocking')
    time.sleep(3)
    print('unblocked')


async def main():
    await asyncio.gather(ticker(), blocker())


asyncio.run(main())
