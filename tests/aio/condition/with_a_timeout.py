import asyncio

async def main():
    cond = asyncio.Condition()
    async with cond:
        try:
            async with asyncio.timeout(1):
                await cond.wait()
        except TimeoutError:
            print('timeout', cond, asyncio.get_running_loop().time())
        try:
            await asyncio.wait_for(cond.wait(), 1)
        except (TimeoutError, RuntimeError) as exc:
            print(repr(exc), cond)
    print(cond)

asyncio.run(main())
