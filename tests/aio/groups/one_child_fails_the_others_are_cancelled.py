import asyncio

async def good(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError as exc:
        print('good', n, 'cancelled', exc.args)
        raise

async def bad():
    await asyncio.sleep(1)
    raise ValueError('bad tea')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            a = group.create_task(good(0.5))
            b = group.create_task(good(5))
            group.create_task(bad())
            print(group)
    except* ValueError as caught:
        print(caught, caught.exceptions)
    print(a, b, group)
    print(asyncio.current_task().cancelling())

asyncio.run(main())
