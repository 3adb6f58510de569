import asyncio


async def nobody():
    pass


async def forgetful():
    nobody()
    await asyncio.sleep(0)


async def main():
    await forgetful()


asyncio.run(main(), debug=True)
