# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def fetch(session, number):
    async with session.get('https://shop.example/items') as response:
        print(asyncio.get_running_loop().time(), number, response.status)


async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as session:
        await asyncio.gather(*[fetch(session, number) for number in range(5)])


asyncio.run(main())
