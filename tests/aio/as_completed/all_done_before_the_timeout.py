import asyncio

async def main():
    async for task in asyncio.as_completed([asyncio.sleep(1), asyncio.sleep(2)], timeout=3):
        print(asyncio.get_running_loop().time())
    await asyncio.sleep(5)

asyncio.run(main())
