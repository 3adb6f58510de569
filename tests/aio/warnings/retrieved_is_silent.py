import asyncio


async def bad():
    raise ValueError('seen')


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(1)
    print(repr(task.exception()))
    task = None
    print('no report')


asyncio.run(main())
