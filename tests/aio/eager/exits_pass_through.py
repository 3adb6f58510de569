import asyncio

async def leave(exc):
    raise exc

async def main():
    loop = asyncio.get_running_loop()
    for kind in SystemExit, KeyboardInterrupt:
        try:
            asyncio.Task(leave(kind('now')), loop=loop, eager_start=True)
        except BaseException as exc:
            print('caught', repr(exc), asyncio.current_task().get_name())

asyncio.run(main())
