import asyncio


async def fails():
    await asyncio.sleep(0)
    raise LookupError('lost')


async def main():
    task = asyncio.create_task(fails(), name='t')
    await asyncio.sleep(1)
    print(task.done())


asyncio.run(main())
print('after')
