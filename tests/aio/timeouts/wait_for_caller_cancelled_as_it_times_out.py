import asyncio

async def inner():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as exc:
        print('inner', exc.args)
        raise

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.wait_for(inner(), 1))
    await asyncio.sleep(0)
    loop.call_later(1, task.cancel, 'outside')
    try:
        print(await task)
    except BaseException as exc:
        print(repr(exc), task.cancelling())

asyncio.run(main())
