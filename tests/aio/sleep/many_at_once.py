import asyncio


async def job(n):
    await asyncio.sleep((n * 7) % 5)
    return n


async def main():
    order = []

    async def note(n):
        order.append(await job(n))

    await asyncio.gather(*(note(n) for n in range(12)))
    print(order)


asyncio.run(main())
