import asyncio


async def tap(drops):
    print("the tap is opened")
    try:
        for drop in range(1, drops + 1):
            await asyncio.sleep(1)
            yield drop
    finally:
        await asyncio.sleep(1)
        print("the tap is closed")


async def main():
    water = tap(9)
    async for drop in water:
        print("drop", drop)
        if drop == 2:
            break
    print("main has enough")
    await water.aclose()
    print("main leaves")


asyncio.run(main())
