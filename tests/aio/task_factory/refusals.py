import asyncio

async def work():
    pass

async def main():
    loop = asyncio.get_running_loop()
    for bad in (3, 'factory', []):
        try:
            loop.set_task_factory(bad)
        except TypeError as exc:
            print(exc)
    loop.set_task_factory(lambda loop, coro: coro.close())
    try:
        asyncio.create_task(work())
    except AttributeError as exc:
        print(exc)
    loop.set_task_factory(lambda loop, coro: 1 / 0)
    coro = work()
    try:
        loop.create_task(coro)
    except ZeroDivisionError as exc:
        print(exc)
    coro.close()
    loop.set_task_factory(None)

asyncio.run(main())
