import asyncio


async def guest(name, dish):
    print(f"{name} waits for the dish")
    food = await dish
    print(f"{name} eats {food}")


async def cook(dish):
    await asyncio.sleep(2)
    print("the soup is ready")
    dish.set_result("soup")
    print("the cook washes the pot")


async def main():
    loop = asyncio.get_running_loop()
    dish = loop.create_future()
    ana = asyncio.create_task(guest("Ana", dish), name="Ana")
    ben = asyncio.create_task(guest("Ben", dish), name="Ben")
    await cook(dish)
    await asyncio.gather(ana, ben)
    print("the plates are", dish.result())


asyncio.run(main())
