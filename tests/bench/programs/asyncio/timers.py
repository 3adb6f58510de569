"""10,000 timers with small delays that differ."""
import asyncio


async def nap(number):
    await asyncio.sleep((number * 7919 % 10_007) * 1e-6)
    return number


async def main():
    print(sum(await asyncio.gather(*[nap(number) for number in range(10_000)])))


asyncio.run(main())
