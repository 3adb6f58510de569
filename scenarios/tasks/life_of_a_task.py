import asyncio


async def bake(thing):
    print(f"{thing} rises")
    await asyncio.sleep(2)
    return f"warm {thing}"


async def main():
    loaf = asyncio.create_task(bake("Loaf"), name="Loaf")
    print("after the order:", loaf.done())
    await asyncio.sleep(1)
    print("after 1 second:", loaf.done())
    bread = await loaf
    print("after the await:", loaf.done())
    print(bread, "and again", loaf.result())


asyncio.run(main())
