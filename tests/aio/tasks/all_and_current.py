import asyncio


async def worker():
    await asyncio.sleep(1)


async def main():
    tasks = [asyncio.create_task(worker(), name=f'w{i}') for i in range(3)]
    print([t.get_name() for t in asyncio.all_tasks()])
    print(asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await tasks[0]
    print([t.get_name() for t in asyncio.all_tasks()])


asyncio.run(main())
