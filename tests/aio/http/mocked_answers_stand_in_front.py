# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp
from aioresponses import aioresponses


async def status_of(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return response.status, await response.text()


async def main():
    url = 'https://shop.example/items'
    with aioresponses() as mocked:
        mocked.get(url, payload={'mocked': True})
        mocked.get(url, status=404)
        mocked.get('https://shop.example/fails', exception=aiohttp.ClientError('no way'))
        print(await status_of(url))
        print(await status_of(url))
        for address in ('https://shop.example/fails', url):
            try:
                await status_of(address)
            except aiohttp.ClientError as error:
                print(repr(error))
        print(sum(len(calls) for calls in mocked.requests.values()))
    print(await status_of(url))


asyncio.run(main())
