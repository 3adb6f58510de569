import asyncio


async def nobody():
    pass


async def main():
    nobody()


asyncio.run(main())
