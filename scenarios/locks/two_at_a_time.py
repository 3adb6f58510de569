import asyncio
import aiohttp

SHOP = "https://shop.example/"


async def price_of(fruit, session, gate):
    async with gate:
        print(f"ask for {fruit}")
        async with session.get(SHOP + fruit) as answer:
            price = await answer.json()
    print(f"{fruit} costs {price}")
    return price


async def main():
    gate = asyncio.Semaphore(2)
    fruits = ("fig", "kiwi", "lime", "plum")
    async with aiohttp.ClientSession() as session:
        asks = [price_of(fruit, session, gate) for fruit in fruits]
        prices = await asyncio.gather(*asks)
    print("all together", sum(prices))


asyncio.run(main())
