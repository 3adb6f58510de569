import asyncio

async def wait(n, cond):
    async with cond:
        try:
            await cond.wait()
            print(n, 'notified')
        except asyncio.CancelledError:
            print(n, 'cancelled')
            raise

async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(wait(n, cond)) for n in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
        tasks[0].cancel()
    await asyncio.sleep(1)
    print(tasks[1].done(), cond)
    async with cond:
        cond.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
