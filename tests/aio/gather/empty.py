import asyncio


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(return_exceptions=True), asyncio.get_running_loop().time())


asyncio.run(main())
