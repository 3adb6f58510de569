import asyncio


async def main():
    event = asyncio.Event()
    event.set()
    event.set()
    print(await event.wait(), asyncio.get_running_loop().time())
    event.clear()
    print(event.is_set())


asyncio.run(main())
