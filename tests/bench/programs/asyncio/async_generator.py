"""200,000 items of an asynchronous generator."""
import asyncio


async def numbers():
    for number in range(200_000):
        yield number


async def main():
    total = 0
    async for number in numbers():
        total += number
    print(total)


asyncio.run(main())
