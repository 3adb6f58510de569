import asyncio

class Halt(BaseException):
    pass

async def child():
    raise Halt('stop')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except BaseExceptionGroup as caught:
        print(type(caught).__name__, repr(caught))

asyncio.run(main())
