import asyncio


async def bad():
    await asyncio.sleep(1)
    raise LookupError('nothing')


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(2)
    print('still fine', task.done())
    for _ in range(2):
        try:
            await task
        except LookupError as error:
            print(repr(error), error is task.exception())


asyncio.run(main())
