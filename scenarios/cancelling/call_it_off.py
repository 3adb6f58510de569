import asyncio


async def walk(name):
    for mile in range(1, 10):
        print(f"{name} walks mile {mile}")
        await asyncio.sleep(2)


async def main():
    walker = asyncio.create_task(walk("Ada"), name="Ada")
    await asyncio.sleep(3)
    print("main calls Ada back")
    walker.cancel("it rains")
    print("cancelled yet?", walker.cancelled())
    try:
        await walker
    except asyncio.CancelledError as error:
        print("Ada stopped:", error)
    print("cancelled now?", walker.cancelled())


asyncio.run(main())
