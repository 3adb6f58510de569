# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def fetch(session, name):
    async with session.get(f'https://shop.example/{name}') as response:
        await response.read()
        print(asyncio.get_running_loop().time(), name, response.status)
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*[fetch(session, name)
                                     for name in ('items', 'page', 'broken', 'nothing')]))


asyncio.run(main())
