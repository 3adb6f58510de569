import asyncio

async def late(group):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        try:
            group.create_task(asyncio.sleep(1))
        except RuntimeError as exc:
            print(exc)
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group))
            await asyncio.sleep(1)
            raise KeyError(1)
    except* KeyError:
        print('done', group)

asyncio.run(main())
