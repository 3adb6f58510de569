import asyncio


async def wash(thing, seconds):
    print(f"the {thing} goes in")
    await asyncio.sleep(seconds)
    print(f"the {thing} is clean")


async def main():
    await wash("shirt", 2)
    await wash("coat", 3)
    print("two coroutines in a row")
    hat = asyncio.create_task(wash("hat", 2), name="Hat")
    rug = asyncio.create_task(wash("rug", 3), name="Rug")
    await hat
    await rug
    print("two tasks side by side")


asyncio.run(main())
