import asyncio


async def nobody():
    pass


async def main():
    for turn in range(3):
        nobody()
    nobody()


asyncio.run(main())
