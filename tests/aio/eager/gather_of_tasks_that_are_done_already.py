import asyncio

async def quick(n):
    return n * n

async def slow(n):
    await asyncio.sleep(n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    all_done = asyncio.gather(quick(1), quick(2))
    print(all_done)
    print(await all_done)
    print(await asyncio.gather(quick(3), slow(1), quick(4)))

asyncio.run(main())
