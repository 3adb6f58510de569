import asyncio


async def job():
    pass


for call in (asyncio.get_running_loop, lambda: asyncio.create_task(coro),
             asyncio.current_task, asyncio.all_tasks, lambda: asyncio.timeout(1).when(),
             lambda: asyncio.sleep(1)):
    coro = job()
    try:
        made = call()
    except RuntimeError as error:
        print(error)
    else:
        print(type(made).__name__)
        if hasattr(made, 'close'):
            made.close()
    coro.close()
try:
    asyncio.gather(asyncio.sleep(1))
except RuntimeError as error:
    print(error)
