import asyncio

class Box:
    def __init__(self, size):
        self.items, self.size, self.cond = [], size, asyncio.Condition()

    async def put(self, item):
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.cond.notify_all()

    async def get(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.items)
            self.cond.notify_all()
            return self.items.pop(0)

async def consume(n, box):
    while (item := await box.get()) is not None:
        print(n, item)
        await asyncio.sleep(n)

async def main():
    box = Box(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(consume(1, box))
        group.create_task(consume(2, box))
        for item in [*range(6), None, None]:
            await box.put(item)

asyncio.run(main())
