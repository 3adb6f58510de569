import asyncio

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(42)
    except* TypeError as caught:
        print(caught.exceptions)
    try:
        asyncio.TaskGroup(1)
    except TypeError as exc:
        print(exc)
    try:
        asyncio.TaskGroup().create_task(42)
    except AttributeError as exc:
        print(exc)

asyncio.run(main())
