import asyncio

milk = 0


async def bake(name, need, fridge):
    global milk
    async with fridge:
        await fridge.wait_for(lambda: milk >= need)
        milk -= need
        print(f"{name} takes {need}, {milk} left")


async def main():
    global milk
    fridge = asyncio.Condition()
    tasks = [asyncio.create_task(bake(name, need, fridge), name=name)
             for name, need in (("Cake", 3), ("Tea", 1), ("Waffles", 2))]
    for _ in range(3):
        await asyncio.sleep(1)
        async with fridge:
            milk += 2
            print(f"the milkman brings 2, now {milk}")
            fridge.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
