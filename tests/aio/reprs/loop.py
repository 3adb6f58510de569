import asyncio


async def main():
    print(asyncio.get_running_loop())
    return asyncio.get_running_loop()


print(asyncio.run(main()))
