"""10,000 tasks that are done and kept, and another 10 that go on."""
import asyncio


async def short(number):
    return number


async def worker(number):
    total = 0
    for turn in range(500):
        total += turn
        await asyncio.sleep(0.01 * number)
    return total


async def main():
    kept = [asyncio.create_task(short(number)) for number in range(10_000)]
    await asyncio.wait(kept)
    print(await asyncio.gather(*[worker(number) for number in range(1, 11)]))


asyncio.run(main())
