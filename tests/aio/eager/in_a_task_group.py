import asyncio

async def quick(n):
    return n

async def fail():
    raise ValueError('at once')

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(quick(n)) for n in range(3)]
        print(group)
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            print('still in the body', group, asyncio.current_task().cancelling())
            await asyncio.sleep(1)
            print('never')
    except* ValueError as caught:
        print(caught.exceptions)

asyncio.run(main())
