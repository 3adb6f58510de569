import asyncio

async def fail(exc, delay):
    await asyncio.sleep(delay)
    raise exc

async def leave_badly():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise OSError('leaving')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(leave_badly())
            await asyncio.sleep(1)
            raise KeyboardInterrupt('body')
    except BaseException as exc:
        print(repr(exc), repr(exc.__context__), group)

try:
    asyncio.run(main())
finally:
    print('after')
