import asyncio
from async_timeout import timeout


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with timeout(3) as outer:
            try:
                async with timeout(1) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print(loop.time(), 'inner', inner.expired, outer.expired)
            await asyncio.sleep(10)
    except TimeoutError:
        print(loop.time(), 'outer', inner.expired, outer.expired)


asyncio.run(main())
