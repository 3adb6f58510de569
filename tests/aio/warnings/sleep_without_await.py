import asyncio


async def main():
    asyncio.sleep(1)
    print('did not sleep', asyncio.get_running_loop().time())


asyncio.run(main())
