import asyncio


async def boil():
    print("the kettle is on")
    await asyncio.sleep(3)
    print("the water boils")


async def make_tea():
    await boil()
    return "mint tea"


async def read(name):
    for page in (1, 2):
        print(f"{name} reads page {page}")
        await asyncio.sleep(2)


async def main():
    nora = asyncio.create_task(read("Nora"), name="Nora")
    drink = await make_tea()
    print(f"{drink} for Nora")
    await nora


asyncio.run(main())
