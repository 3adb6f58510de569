import asyncio


async def water(plant):
    print(f"fill the can for the {plant}")
    await asyncio.sleep(3)
    print(f"the {plant} has water")


async def careless():
    asyncio.create_task(water("fern"), name="Fern")
    await asyncio.sleep(1)
    print("careless goes home")


async def careful():
    todo = {asyncio.create_task(water("rose"), name="Rose")}
    await asyncio.sleep(2)
    await asyncio.gather(*todo)
    print("careful goes home")


asyncio.run(careless())
asyncio.run(careful())
