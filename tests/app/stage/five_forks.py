import asyncio

async def dine(name, left, right):
    async with left:
        await asyncio.sleep(1)
        async with right:
            print(f"{name} eats")

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    names = ["Ada", "Bo", "Cy", "Di", "Ed"]
    async with asyncio.TaskGroup() as table:
        for i, name in enumerate(names):
            table.create_task(dine(name, forks[i], forks[(i + 1) % 5]))

asyncio.run(main())
