import asyncio


async def getter(name, q):
    print(name, await q.get())


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(getter(n, q)) for n in 'abc']
    await asyncio.sleep(0)
    for x in (1, 2, 3):
        q.put_nowait(x)
    await asyncio.gather(*tasks)


asyncio.run(main())
