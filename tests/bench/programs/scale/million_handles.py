"""1,000 tasks, one million handles."""
import asyncio


async def worker(number):
    done = []
    for turn in range(1000):
        await asyncio.sleep(0)
        done = [number, turn]
    return done


async def main():
    await asyncio.gather(*[worker(number) for number in range(1000)])


asyncio.run(main())
