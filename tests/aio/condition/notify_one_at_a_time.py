import asyncio

async def wait(n, cond):
    async with cond:
        await cond.wait()
        print(n, 'woken', cond)

async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(wait(n, cond)) for n in range(3)]
    await asyncio.sleep(0)
    print(cond)
    for _ in range(3):
        async with cond:
            cond.notify()
        await asyncio.sleep(1)
    print(cond)

asyncio.run(main())
