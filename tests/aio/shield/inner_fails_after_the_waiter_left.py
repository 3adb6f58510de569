import asyncio

async def fail():
    await asyncio.sleep(2)
    raise ValueError('nobody hears')

async def work():
    await asyncio.shield(fail())

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.sleep(3)
    print('end')

asyncio.run(main())
