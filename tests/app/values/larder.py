import asyncio


class Dish:
    __slots__ = ("name", "price")

    def __init__(self, name, price):
        self.name = name
        self.price = price


async def cook(name, price):
    await asyncio.sleep(1)
    return Dish(name, price)


async def main():
    stock = list(range(450))
    soup = asyncio.create_task(cook("soup", 4), name="soup")
    asyncio.create_task(cook("cake", 3), name="cake")
    bell = asyncio.get_running_loop().create_future()
    bell.set_result({"rings": 2})
    orders = asyncio.Queue()
    orders.put_nowait(("table 4", ["soup", "cake"]))
    await asyncio.sleep(2)
    print(soup.result().name, len(stock), await bell, orders.qsize())


asyncio.run(main())
