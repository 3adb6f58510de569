import asyncio

async def fail():
    raise ValueError('child')

async def main():
    parent = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            asyncio.get_running_loop().call_soon(parent.cancel, 'same turn')
            await asyncio.sleep(1)
    except BaseException as exc:
        print(repr(exc), parent.cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as exc:
        print('then', exc.args, parent.uncancel())

asyncio.run(main())
