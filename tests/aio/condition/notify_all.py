import asyncio

async def wait(n, cond):
    async with cond:
        await cond.wait()
        print(n, asyncio.get_running_loop().time())
        await asyncio.sleep(1)

async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(wait(n, cond)) for n in range(3)]
    await asyncio.sleep(1)
    async with cond:
        cond.notify_all()
        print('still mine', cond)
    await asyncio.gather(*tasks)

asyncio.run(main())
