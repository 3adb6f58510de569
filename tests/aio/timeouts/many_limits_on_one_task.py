import asyncio
from contextlib import AsyncExitStack

async def main():
    async def body():
        async with AsyncExitStack() as stack:
            limits = [await stack.enter_async_context(asyncio.timeout(n)) for n in (3, 1, 2)]
            try:
                await asyncio.sleep(9)
            finally:
                print([str(limit) for limit in limits])
    try:
        await body()
    except TimeoutError:
        print(asyncio.get_running_loop().time())

asyncio.run(main())
