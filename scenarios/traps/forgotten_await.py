import asyncio


async def feed(animal):
    await asyncio.sleep(1)
    print(f"the {animal} is fed")
    return "full"


async def main():
    feed("dog")
    print("main believes that the dog is fed")
    state = feed("cat")
    print("the cat is", type(state).__name__)
    print("the cat is", await state)
    hen = await feed("hen")
    print("the hen is", hen)


asyncio.run(main())
