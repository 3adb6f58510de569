import asyncio


async def boil(what, minutes):
    print(f"{what} on the stove")
    await asyncio.sleep(minutes)
    print(f"{what} is done")


async def in_a_row():
    await asyncio.create_task(boil("rice", 2), name="Rice")
    await asyncio.create_task(boil("egg", 3), name="Egg")


async def together():
    rice = asyncio.create_task(boil("rice", 2), name="Rice 2")
    egg = asyncio.create_task(boil("egg", 3), name="Egg 2")
    await rice
    await egg


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await in_a_row()
    middle = loop.time()
    await together()
    print("in a row:", round(middle - start))
    print("together:", round(loop.time() - middle))


asyncio.run(main())
