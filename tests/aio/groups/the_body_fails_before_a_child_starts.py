import asyncio

async def child():
    print('never')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(child())
            1 / 0
    except* ZeroDivisionError as caught:
        print(caught.exceptions, task)

asyncio.run(main())
