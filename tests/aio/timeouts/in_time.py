import asyncio

async def main():
    async with asyncio.timeout(2) as limit:
        await asyncio.sleep(1)
    print(limit, limit.expired(), limit.when())
    async with asyncio.timeout(None) as limit:
        print(limit, limit.when())
        await asyncio.sleep(1)
    print(limit)

asyncio.run(main())
