import asyncio


async def work():
    await asyncio.sleep(1)


def note(task):
    pass


async def main():
    task = asyncio.create_task(work(), name='w')
    task.add_done_callback(note)
    print(task)
    waiter = asyncio.create_task(asyncio.wait([task]), name='waiter')
    await asyncio.sleep(0)
    print(task)
    await waiter


asyncio.run(main())
