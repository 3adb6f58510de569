# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp


async def main():
    loop = asyncio.get_running_loop()
    timeout = aiohttp.ClientTimeout(total=0.2)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        try:
            await session.get('https://shop.example/items')
        except asyncio.TimeoutError as error:
            print(loop.time(), repr(error))
        async with session.get('https://shop.example/items', timeout=5) as response:
            print(loop.time(), response.status)
        try:
            await asyncio.wait_for(session.get('https://shop.example/items', timeout=5), 0.1)
        except TimeoutError:
            print(loop.time(), 'wait_for')
    print(timeout)


asyncio.run(main())
