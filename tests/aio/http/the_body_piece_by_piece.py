# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get('https://shop.example/page') as response:
            async for chunk in response.content.iter_chunked(7):
                print(chunk)
        async with session.get('https://shop.example/page') as response:
            async for line in response.content:
                print(line)
        async with session.get('https://shop.example/page') as response:
            print(await response.content.read(4), await response.content.read())
        async with session.get('https://shop.example/page') as response:
            try:
                await response.json()
            except aiohttp.ContentTypeError as error:
                print(error)


asyncio.run(main())
