import asyncio

async def job(n):
    if n:
        await asyncio.sleep(n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async for task in asyncio.as_completed([job(n) for n in (2, 0, 1)]):
        print(task.result(), asyncio.get_running_loop().time())
    print(await asyncio.wait_for(job(0), 1), await asyncio.shield(job(0)))
    print(await asyncio.wait_for(job(0), 0))
    done, pending = await asyncio.wait([asyncio.create_task(job(n)) for n in (0, 3)], timeout=1)
    print(len(done), len(pending))

asyncio.run(main())
