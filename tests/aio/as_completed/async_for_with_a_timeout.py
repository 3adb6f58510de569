import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 5)]
    try:
        async for task in asyncio.as_completed(tasks, timeout=2):
            print(task.result())
    except TimeoutError as exc:
        print(repr(exc))

asyncio.run(main())
