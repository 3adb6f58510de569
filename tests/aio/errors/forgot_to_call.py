import asyncio


async def work():
    return 1


async def main():
    print('start')
    await work


asyncio.run(main())
