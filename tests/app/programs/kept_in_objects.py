import asyncio


class Till:
    def __init__(self):
        self.lock = asyncio.Lock()


class Shop:
    def __init__(self):
        self.till = Till()


class Order:
    def __init__(self, loop):
        self.done = loop.create_future()


class Door:
    def __init__(self):
        self.bell = asyncio.Event()

    async def open(self):
        while not self.bell.is_set():
            await asyncio.sleep(0.25)
            self.bell.clear()
            if asyncio.get_running_loop().time() > 2:
                self.bell.set()
        await self.bell.wait()


async def bake(order, shop):
    async with shop.till.lock:
        await asyncio.sleep(2)
    order.done.set_result("a loaf")


async def main():
    shop = Shop()
    order = Order(asyncio.get_running_loop())
    asyncio.create_task(bake(order, shop))
    await asyncio.gather(order.done, Door().open())


asyncio.run(main())
