import asyncio


async def brew(what, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{what} is poured away")
        raise
    print(f"{what} is ready")
    return what


async def main():
    tea = asyncio.create_task(brew("tea", 2), name="Tea")
    coffee = asyncio.create_task(brew("coffee", 3), name="Coffee")
    print("water boils")
    cups = await asyncio.gather(tea, coffee)
    print(f"served: {' and '.join(cups)}")


asyncio.run(main())
