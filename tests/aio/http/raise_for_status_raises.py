# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get('https://shop.example/broken') as response:
            try:
                response.raise_for_status()
            except aiohttp.ClientResponseError as error:
                print(error, error.status, error.message)
            print(await response.text())
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        await session.get('https://shop.example/nothing')


asyncio.run(main())
