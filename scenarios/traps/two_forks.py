import asyncio


async def eat(name, first, second):
    async with first:
        print(f"{name} has one fork")
        await asyncio.sleep(1)
        async with second:
            print(f"{name} eats")
            await asyncio.sleep(2)


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(
        asyncio.create_task(eat("Plato", left, right), name="Plato"),
        asyncio.create_task(eat("Kant", right, left), name="Kant"),
    )
    print("dinner is over")


asyncio.run(main())
