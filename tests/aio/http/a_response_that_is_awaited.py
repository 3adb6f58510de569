# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def main():
    session = aiohttp.ClientSession()
    response = await session.get('https://shop.example/page')
    print(await response.text(), await response.read())
    response.release()
    print(response)
    await session.close()
    try:
        await session.get('https://shop.example/page')
    except RuntimeError as error:
        print(error)


asyncio.run(main())
