import asyncio


async def bird(call, pause, times):
    for _ in range(times):
        await asyncio.sleep(pause)
        yield call


class Forest:
    def __init__(self):
        self.calls = asyncio.Queue()
        self.birds = {}

    def add(self, name, source):
        self.birds[name] = asyncio.create_task(self.listen(name, source), name=name)

    async def listen(self, name, source):
        async for call in source:
            await self.calls.put(call)
        await self.calls.put(None)
        del self.birds[name]

    async def __aiter__(self):
        while self.birds or not self.calls.empty():
            if (call := await self.calls.get()) is not None:
                yield call


async def main():
    forest = Forest()
    forest.add("Cuckoo", bird("cuckoo", 2, 3))
    forest.add("Robin", bird("tic", 3, 1))
    async for call in forest:
        print("heard:", call)
        if call == "tic":
            forest.add("Owl", bird("hoo", 2, 1))


asyncio.run(main())
