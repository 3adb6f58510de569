import asyncio
from async_timeout import timeout


async def main():
    async with timeout(None) as cm:
        await asyncio.sleep(100)
    print(asyncio.get_running_loop().time(), cm.deadline, cm.expired)
    with timeout(1):
        pass


asyncio.run(main())
