import asyncio


async def nap(animal, seconds):
    print(f"{animal} lies down")
    await asyncio.sleep(seconds)
    print(f"{animal} wakes up")
    return seconds


async def main():
    lion = asyncio.create_task(nap("Lion", 3), name="Lion")
    bear = asyncio.create_task(nap("Bear", 1), name="Bear")
    mouse = asyncio.create_task(nap("Mouse", 2), name="Mouse")
    print("three naps, none has begun")
    slept = await asyncio.gather(lion, bear, mouse)
    print(f"{sum(slept)} seconds of sleep: {slept}")


asyncio.run(main())
