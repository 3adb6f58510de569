import asyncio

DEPTH = 300


async def level(n):
    if n == 0:
        await asyncio.sleep(10)
    try:
        await asyncio.gather(level(n - 1))
    except asyncio.CancelledError:
        if n % 50 == 0:
            print("level", n, asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(level(DEPTH), name="outermost")
    for _ in range(DEPTH + 1):
        await asyncio.sleep(0)
    print(task.cancel("all of them"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
