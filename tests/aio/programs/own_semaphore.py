import asyncio


class Slots:
    def __init__(self, count):
        self.free, self.waiters = count, []

    async def __aenter__(self):
        while not self.free:
            future = asyncio.get_running_loop().create_future()
            self.waiters.append(future)
            await future
        self.free -= 1

    async def __aexit__(self, *args):
        self.free += 1
        if self.waiters:
            self.waiters.pop(0).set_result(None)


async def car(name, slots):
    async with slots:
        print(f'{asyncio.get_running_loop().time():.0f} {name} parks')
        await asyncio.sleep(2)


async def main():
    slots = Slots(2)
    await asyncio.gather(*(car(f'car {i}', slots) for i in range(5)))


asyncio.run(main())
