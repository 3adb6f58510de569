import asyncio

kept = set()

def keep(loop, coro, **keywords):
    task = asyncio.Task(coro, loop=loop, **keywords)
    kept.add(task)
    task.add_done_callback(kept.discard)
    return task

async def main():
    asyncio.get_running_loop().set_task_factory(keep)
    asyncio.create_task(asyncio.sleep(1))
    print(len(kept))
    await asyncio.sleep(2)
    print(len(kept))

asyncio.run(main())
