import asyncio

async def inner():
    print('inner', asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print('inner again', asyncio.current_task().get_name())

async def outer():
    print('outer', asyncio.current_task().get_name())
    task = asyncio.create_task(inner())
    task.set_name('the inner one')
    print('outer still', asyncio.current_task().get_name())
    await task

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(outer())
    print('main', asyncio.current_task().get_name())

asyncio.run(main())
