import asyncio

async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print(task.cancelling(), task.uncancel())
                raise
    except BaseException as exc:
        print(repr(exc), limit, task.cancelling())

asyncio.run(main())
