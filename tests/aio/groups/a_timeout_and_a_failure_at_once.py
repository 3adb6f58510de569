import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError('at one')

async def main():
    for wait in (1, 1.0000000001):
        try:
            async with asyncio.timeout(wait):
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail())
                    await asyncio.sleep(5)
        except BaseException as exc:
            print(wait, repr(exc), asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(0)
            print('fine')
        except asyncio.CancelledError:
            print('cancelled later')

asyncio.run(main())
