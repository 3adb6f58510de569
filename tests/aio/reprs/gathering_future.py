import asyncio


async def main():
    group = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(group)
    await group
    print(group)


asyncio.run(main())
