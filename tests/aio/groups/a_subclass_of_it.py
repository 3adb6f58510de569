import asyncio

class Logged(asyncio.TaskGroup):
    def create_task(self, coro, *, name=None):
        task = super().create_task(coro, name=name)
        print('added', task.get_name(), self)
        return task

    async def __aexit__(self, *exc):
        print('leaves', [type(e).__name__ for e in exc])
        return await super().__aexit__(*exc)

async def main():
    async with Logged() as group:
        group.create_task(asyncio.sleep(1), name='one')
        group.create_task(asyncio.sleep(1), name='two')

asyncio.run(main())
