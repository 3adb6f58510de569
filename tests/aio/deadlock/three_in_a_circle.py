import asyncio


async def philosopher(left, right):
    async with left:
        await asyncio.sleep(0)
        async with right:
            print('eats')


async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(philosopher(forks[n], forks[(n + 1) % 3]), name=f'Phil-{n}')


asyncio.run(main())
