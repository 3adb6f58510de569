import asyncio


async def holder(locks, number):
    async with locks[number]:
        await asyncio.sleep(number / 100)
        async with locks[(number + 1) % len(locks)]:
            pass


async def main():
    locks = [asyncio.Lock() for _ in range(60)]
    never = asyncio.Event()
    others = [asyncio.create_task(never.wait()) for _ in range(60)]
    await asyncio.gather(*others, *[holder(locks, number) for number in range(60)])


asyncio.run(main())
