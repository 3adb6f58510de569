import asyncio

async def child():
    pass

async def main():
    async with asyncio.TaskGroup() as group:
        pass
    coro = child()
    try:
        group.create_task(coro)
    except RuntimeError as exc:
        print(exc)
    try:
        async with group:
            pass
    except RuntimeError as exc:
        print(exc)

asyncio.run(main())
