import asyncio

async def fail():
    raise ValueError('child')

async def work():
    me = asyncio.current_task()
    me.cancel('before the group')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as exc:
                print('first', exc.args, me.cancelling())
            await asyncio.sleep(5)
    except BaseExceptionGroup as caught:
        print(repr(caught), me.cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as exc:
        print('again', exc.args, me.cancelling(), me.uncancel())

asyncio.run(work())
