# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def fetch(session):
    try:
        await session.get('https://shop.example/items')
    finally:
        print('fetch ends', asyncio.get_running_loop().time())


async def main():
    async with aiohttp.ClientSession() as session:
        task = asyncio.create_task(fetch(session))
        await asyncio.sleep(0.1)
        task.cancel()
        print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
