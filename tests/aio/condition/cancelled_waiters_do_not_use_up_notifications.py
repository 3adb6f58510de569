import asyncio

async def wait(n, cond):
    async with cond:
        await cond.wait()
        print(n, 'notified')

async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(wait(n, cond)) for n in range(4)]
    await asyncio.sleep(0)
    async with cond:
        tasks[0].cancel()
        tasks[1].cancel()
        cond.notify(1)
    await asyncio.sleep(1)
    print([t.done() for t in tasks], cond)
    async with cond:
        cond.notify(5)
    await asyncio.gather(*tasks, return_exceptions=True)

asyncio.run(main())
