import asyncio

async def main():
    first, second = asyncio.as_completed([asyncio.sleep(1, 'a'), asyncio.sleep(2, 'b')])
    print(await second)
    del first
    await asyncio.sleep(3)

asyncio.run(main())
