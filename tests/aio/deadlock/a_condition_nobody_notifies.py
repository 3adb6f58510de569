import asyncio


async def waiter(condition):
    async with condition:
        await condition.wait()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(waiter(condition), waiter(condition))


asyncio.run(main())
