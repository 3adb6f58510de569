import asyncio


async def bake(bread, seconds):
    await asyncio.sleep(seconds)
    return bread


async def main():
    rye = asyncio.create_task(bake("Rye", 3), name="Rye")
    bun = asyncio.create_task(bake("Bun", 1), name="Bun")
    pie = asyncio.create_task(bake("Pie", 2), name="Pie")
    for next_one in asyncio.as_completed([rye, bun, pie]):
        bread = await next_one
        print(f"{bread} comes out")
    print("the oven is empty")


asyncio.run(main())
