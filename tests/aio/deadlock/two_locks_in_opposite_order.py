import asyncio


async def worker(name, first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print(name)


async def main():
    knife, fork = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(worker('a', knife, fork), worker('b', fork, knife))


asyncio.run(main())
