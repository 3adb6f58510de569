import asyncio


async def work():
    return 1


async def main():
    task = asyncio.create_task(work())
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), asyncio.isfuture(task))
    print(asyncio.iscoroutine(task), asyncio.iscoroutinefunction(work), task.get_coro().__name__)
    print(task.get_loop() is asyncio.get_running_loop())
    await task
    try:
        task.set_result(2)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
