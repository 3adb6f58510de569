import asyncio

class Loud(asyncio.Task):
    def __init__(self, coro, **keywords):
        print('making', sorted(keywords))
        super().__init__(coro, **keywords)
        print('made', self.done())

async def quick():
    return 'quick'

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Loud))
    print(await asyncio.create_task(quick(), name='q'))
    print(await asyncio.create_task(asyncio.sleep(1, 'slept')))
    print(asyncio.eager_task_factory.__qualname__)

asyncio.run(main())
