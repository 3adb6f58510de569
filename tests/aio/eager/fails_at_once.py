import asyncio

async def fail():
    raise ValueError('at once')

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(fail())
    print(task)
    try:
        await task
    except ValueError as exc:
        print(repr(exc), repr(exc.__context__))
    asyncio.create_task(fail())
    print('never retrieved')

asyncio.run(main())
