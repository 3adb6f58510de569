import asyncio
from asyncio import tasks


async def main():
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    tasks._leave_task(loop, task)
    print(asyncio.current_task())
    try:
        async with asyncio.timeout(1):
            pass
    except RuntimeError as error:
        print(error)
    tasks._enter_task(loop, task)
    print(asyncio.current_task() is task)
    print(tasks._swap_current_task(loop, None) is task, asyncio.current_task())
    print(tasks._swap_current_task(loop, task), asyncio.current_task() is task)
    await asyncio.sleep(1)
    print(asyncio.current_task() is task)


asyncio.run(main())
