import asyncio


async def wait_on(tables):
    for table in tables:
        # the soup is served before the bread
        await asyncio.sleep(1)
        print("soup for", table)
        await asyncio.sleep(1)
        print("bread for", table)


async def main():
    helper = asyncio.create_task(wait_on(["one", "two"]), name="helper")
    await helper


asyncio.run(main())
