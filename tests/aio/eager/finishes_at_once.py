import asyncio

async def quick(n):
    print('quick', n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(quick(1))
    print(task, task.done(), task.get_coro())
    print(await task)

asyncio.run(main())
