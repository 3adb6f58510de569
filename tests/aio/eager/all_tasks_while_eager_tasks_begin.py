# In the order in which they were made, also those that have not come back from their first step.
import asyncio


async def inner():
    print([task.get_name() for task in asyncio.all_tasks()])
    await asyncio.sleep(0)


async def outer():
    asyncio.create_task(inner(), name='inner')
    print([task.get_name() for task in asyncio.all_tasks()])
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(outer(), name='outer')


asyncio.run(main())
