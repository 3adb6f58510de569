import asyncio

async def work():
    return asyncio.current_task().get_name()

def factory(loop, coro, context=None):
    print('factory', coro.__qualname__, context is not None)
    return asyncio.Task(coro, loop=loop, context=context)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    print(await asyncio.create_task(work()))
    print(await asyncio.create_task(work(), name='named'))
    import contextvars
    print(await asyncio.create_task(work(), context=contextvars.copy_context()))
    print(await asyncio.gather(work(), work()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(work()))

asyncio.run(main())
