import asyncio


async def runner(barrier):
    await barrier.wait()


async def main():
    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        group.create_task(runner(barrier))
        group.create_task(runner(barrier))


asyncio.run(main())
