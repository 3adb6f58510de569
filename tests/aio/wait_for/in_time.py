import asyncio


async def main():
    print(await asyncio.wait_for(asyncio.sleep(1, 'result'), timeout=2))
    print(await asyncio.wait_for(asyncio.sleep(1, 'no limit'), None), asyncio.get_running_loop().time())


asyncio.run(main())
