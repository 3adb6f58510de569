import asyncio

async def fail():
    raise ValueError('child')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print('cancelled, cancelling', asyncio.current_task().cancelling())
                raise TypeError('body')
    except* Exception as caught:
        print(caught.exceptions)
    print(asyncio.current_task().cancelling())

asyncio.run(main())
