import asyncio


async def work(n):
    return n


async def main():
    for i in range(3):
        work(i)
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
