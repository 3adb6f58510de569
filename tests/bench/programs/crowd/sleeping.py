"""10,000 tasks sleep until times of their own."""
import asyncio


async def sleeper(number):
    first = number % 97 / 10
    await asyncio.sleep(first)
    second = 1 + number % 89 / 10
    await asyncio.sleep(second)
    return first + second


async def main():
    total = sum(await asyncio.gather(*[sleeper(number) for number in range(10_000)]))
    print(round(total))


asyncio.run(main())
