import asyncio
from async_timeout import timeout


async def main():
    try:
        async with timeout(1.5) as cm:
            print(cm.deadline, bool(cm.expired))
            await asyncio.sleep(10)
    except asyncio.TimeoutError as error:
        print(asyncio.get_running_loop().time(), repr(error), bool(cm.expired))
    async with timeout(1) as cm:
        await asyncio.sleep(0.5)
    print(cm.expired)


asyncio.run(main())
