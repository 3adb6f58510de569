import asyncio

async def wait(n, cond):
    async with cond:
        try:
            print(n, await cond.wait())
        except asyncio.CancelledError:
            print(n, 'cancelled')

async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(wait(n, cond)) for n in range(3)]
    await asyncio.sleep(0)
    await cond.acquire()
    tasks[1].cancel()
    cond.notify(2)
    tasks[2].cancel()
    cond.release()
    await asyncio.gather(*tasks)
    print(cond)

asyncio.run(main())
