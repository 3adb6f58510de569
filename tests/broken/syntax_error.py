import asyncio


async def main():
    await asyncio.sleep(1
    print("late")


asyncio.run(main())
