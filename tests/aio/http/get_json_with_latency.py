# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def main():
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session:
        async with session.get('https://shop.example/items') as response:
            print(loop.time(), response.status, response.reason, response.ok)
            print(response.content_type, response.charset, response.content_length)
            print(await response.json(), response.method, response.url)
    print(session.closed)


asyncio.run(main())
