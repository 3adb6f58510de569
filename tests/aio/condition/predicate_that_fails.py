import asyncio

async def main():
    cond = asyncio.Condition()

    async def wait():
        async with cond:
            await cond.wait_for(lambda: {}['missing'] if cond._waiters is None or woken else 0)

    woken = []
    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    woken.append(1)
    async with cond:
        cond.notify()
    print(await asyncio.gather(task, return_exceptions=True), cond)

asyncio.run(main())
