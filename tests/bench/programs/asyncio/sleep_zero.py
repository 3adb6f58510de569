"""1,000 tasks that give way 100 times each."""
import asyncio


async def worker():
    for _ in range(100):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker() for _ in range(1000)])


asyncio.run(main())
