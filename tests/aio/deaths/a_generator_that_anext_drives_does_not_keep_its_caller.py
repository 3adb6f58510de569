import asyncio


class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


async def values(task):
    local = Local('of the generator')
    async with asyncio.timeout(0.5):
        await task
    yield 1


async def group_of(event):
    async with asyncio.TaskGroup() as group:
        group.create_task(event.wait())


async def main():
    task = asyncio.create_task(group_of(asyncio.Event()))
    local = Local('of main')
    generator = values(task)
    try:
        await anext(generator, None)
    except TimeoutError as error:
        print(repr(error))
    keep.append(task)
    print('end of main')

keep = []
asyncio.run(main())
print('end')
