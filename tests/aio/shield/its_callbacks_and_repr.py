import asyncio

async def main():
    inner = asyncio.get_running_loop().create_future()
    outer = asyncio.shield(inner)
    print(inner)
    print(outer)
    outer.cancel()
    await asyncio.sleep(0)
    print(inner)
    print(outer)

asyncio.run(main())
