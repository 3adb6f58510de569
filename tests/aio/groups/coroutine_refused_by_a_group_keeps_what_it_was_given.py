# A coroutine that is closed before it ran keeps its arguments, and the group's error keeps it.
import asyncio


async def late(coroutine):
    await coroutine


async def fails():
    raise ValueError('fails')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        group.create_task(late(queue.get()))


try:
    asyncio.run(main())
except* ValueError as errors:
    print(repr(errors))
except* RuntimeError as errors:
    print(repr(errors))
