import asyncio


async def philosopher(n, forks):
    left, right = sorted((n, (n + 1) % len(forks)))
    for meal in range(2):
        async with forks[left], forks[right]:
            print(f'{asyncio.get_running_loop().time():4.1f} philosopher {n} eats')
            await asyncio.sleep(1 + n / 10)
        await asyncio.sleep(0.5)


async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    await asyncio.gather(*(philosopher(n, forks) for n in range(4)))


asyncio.run(main())
