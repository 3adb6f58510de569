"""100,000 tasks, each created and awaited before the next."""
import asyncio


async def work(number):
    return number


async def main():
    total = 0
    for number in range(100_000):
        total += await asyncio.create_task(work(number))
    print(total)


asyncio.run(main())
