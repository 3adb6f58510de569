import asyncio

async def look():
    me = asyncio.current_task()
    print(me in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(me in asyncio.all_tasks(), len(asyncio.all_tasks()))

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(look())
    await task
    print(len(asyncio.all_tasks()))

asyncio.run(main())
