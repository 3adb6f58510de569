import asyncio


async def numbers():
    yield 1


async def main():
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    agen = numbers()
    print(await anext(agen))
    await agen.aclose()


asyncio.run(main())
