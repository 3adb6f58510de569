import asyncio

async def quick():
    return 'quick'

async def main():
    task = asyncio.create_task(quick())
    waiter = asyncio.create_task(asyncio.wait_for(task, 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.cancel(), waiter.cancel())
    print(await asyncio.gather(task, waiter, return_exceptions=True))

asyncio.run(main())
