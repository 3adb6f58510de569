import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n), name=f'sleep {n}') for n in (2, 1, 3)]
    async for task in asyncio.as_completed(tasks):
        print(task is tasks[task.result() - 1] or task.get_name(), await task)

asyncio.run(main())
