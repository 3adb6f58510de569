import asyncio


async def eat(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("eats")


async def main():
    fork, knife = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(
        asyncio.create_task(eat(fork, knife), name="Ann"),
        asyncio.create_task(eat(knife, fork), name="Bob"))


asyncio.run(main())
