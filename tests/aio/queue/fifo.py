import asyncio


async def main():
    q = asyncio.Queue()
    for x in 'abc':
        await q.put(x)
    print(q.qsize(), q.empty(), q.full(), q.maxsize)
    print(await q.get(), await q.get(), await q.get(), q.empty())


asyncio.run(main())
