import asyncio

async def work():
    print(asyncio.current_task().get_name())

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for name in (None, 'named', 7):
        task = asyncio.create_task(work(), name=name)
        print(repr(task.get_name()))
    print(asyncio.Task(work(), loop=loop, name='direct', eager_start=True).get_name())

asyncio.run(main())
