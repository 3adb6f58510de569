import asyncio
from async_timeout import timeout


async def main():
    loop = asyncio.get_running_loop()
    async with timeout(1) as cm:
        cm.shift(1)
        print(cm.deadline)
        await asyncio.sleep(1.5)
        cm.update(loop.time() + 3)
        await asyncio.sleep(2.5)
        cm.reject()
        await asyncio.sleep(5)
    print(loop.time(), bool(cm.expired))
    try:
        cm.shift(1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
