import asyncio


async def eat(name, first, second):
    async with first:
        print(f"{name} takes one")
        await asyncio.sleep(0.1)
        async with second:
            print(f"{name} eats")


async def main():
    fork = asyncio.Lock()
    knife = asyncio.Lock()
    await asyncio.gather(eat("Ann", fork, knife), eat("Bob", knife, fork))


asyncio.run(main())
