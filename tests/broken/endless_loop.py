import asyncio


async def main():
    print("start")
    while True:
        pass


asyncio.run(main())
