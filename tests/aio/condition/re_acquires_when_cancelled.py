import asyncio

async def wait(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print('cancelled, locked', cond.locked(), asyncio.get_running_loop().time())
            raise

async def main():
    cond = asyncio.Condition()
    task = asyncio.create_task(wait(cond))
    await asyncio.sleep(0)
    async with cond:
        task.cancel()
        print('holding it', cond)
        await asyncio.sleep(2)
    print(await asyncio.gather(task, return_exceptions=True), cond)

asyncio.run(main())
