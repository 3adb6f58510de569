import asyncio

async def fail():
    raise ValueError('first')

async def slow_to_leave():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print('left')

async def work():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow_to_leave())
            await asyncio.sleep(0)
            group.create_task(fail())
    except* ValueError as caught:
        print(caught.exceptions, 'cancelling', asyncio.current_task().cancelling())
    print('an await delivers it')
    await asyncio.sleep(0)
    print('never')

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel('outside')
    try:
        await task
    except asyncio.CancelledError as exc:
        print('cancelled', exc.args)

asyncio.run(main())
