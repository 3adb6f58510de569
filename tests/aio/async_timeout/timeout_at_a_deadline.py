import asyncio
from async_timeout import timeout_at


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with timeout_at(loop.time() + 1) as cm:
            while True:
                await asyncio.sleep(0.4)
                print(loop.time())
    except TimeoutError:
        print(loop.time(), cm.expired())


asyncio.run(main())
