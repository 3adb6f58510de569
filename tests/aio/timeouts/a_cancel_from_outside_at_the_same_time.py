import asyncio

async def work():
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(5)
    except BaseException as exc:
        print(repr(exc), limit, asyncio.current_task().cancelling())
        raise

async def main():
    loop = asyncio.get_running_loop()
    for delay in (1, 0.9999999999):
        task = asyncio.create_task(work())
        await asyncio.sleep(0)
        loop.call_later(delay, task.cancel, 'outside')
        print(await asyncio.gather(task, return_exceptions=True))

asyncio.run(main())
