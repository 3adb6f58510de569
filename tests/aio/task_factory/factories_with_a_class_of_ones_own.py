import asyncio

class Told(asyncio.Task):
    def __init__(self, coro, **kwargs):
        print('made', sorted(kwargs), coro.__name__)
        super().__init__(coro, **kwargs)

    def cancel(self, msg=None):
        print('cancel', self.get_name(), msg)
        return super().cancel(msg)

    def _secret(self):
        return 1

async def job(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    calls = []

    def factory(loop, coro, **kwargs):
        calls.append(sorted(kwargs))
        return Told(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    print(await asyncio.gather(job(1), job(2)))
    try:
        await asyncio.wait_for(job(5), 1)
    except TimeoutError:
        print('late')
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(job(4), name='four')
                group.create_task(job(5))
    except TimeoutError:
        print('late again')
    print(calls)
    loop.set_task_factory(lambda loop, coro, **kw: 5)
    try:
        print(asyncio.create_task(job(1)))
    except Exception as error:
        print(type(error).__name__, error)
    try:
        loop.set_task_factory('x')
    except TypeError as error:
        print(error)
    loop.set_task_factory(None)
    print(await asyncio.create_task(job(1), name=7))

asyncio.run(main())
