import asyncio

async def wait(n, cond, log):
    async with cond:
        log.append((n, await cond.wait()))

async def main():
    cond, log = asyncio.Condition(), []
    tasks = [asyncio.create_task(wait(n, cond, log)) for n in range(6)]
    await asyncio.sleep(0)
    for count in (0, -1, 2, 1, 10):
        async with cond:
            cond.notify(count)
        await asyncio.sleep(1)
        print(count, log, cond)

asyncio.run(main())
