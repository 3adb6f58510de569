import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('child cancelled')
        raise

async def main():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
                group.create_task(child())
    except TimeoutError as exc:
        print(repr(exc), repr(exc.__cause__), asyncio.current_task().cancelling())

asyncio.run(main())
