import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 5, 6)]
    for one in asyncio.as_completed(tasks, timeout=2):
        try:
            print(await one)
        except TimeoutError as exc:
            print(repr(exc), asyncio.get_running_loop().time())
    print(tasks)
    for task in tasks:
        task.cancel()

asyncio.run(main())
