import asyncio

async def child():
    pass

async def main():
    group = asyncio.TaskGroup()
    print(group)
    coro = child()
    try:
        group.create_task(coro)
    except RuntimeError as exc:
        print(exc)
    print(coro.cr_frame)

asyncio.run(main())
