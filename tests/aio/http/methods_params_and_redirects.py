# world: {"http": {"http://api.example/things": {"json": ["all"]}, "http://api.example/things?page=2": {"json": ["second page"]}, "POST http://api.example/things": {"status": 201, "json": {"id": 7}}, "DELETE http://api.example/things/7": {"status": 204}, "http://api.example/old": {"status": 301, "headers": {"Location": {"value": "/things"}}}}}
import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        base = 'http://api.example/things'
        for page in (1, 2):
            async with session.get(base, params={'page': page}) as response:
                print(response.url, await response.json())
        async with session.post(base, json={'name': 'tea'}) as response:
            print(response.status, await response.json())
        async with session.delete(base + '/7') as response:
            print(response.status, response.reason, await response.text())
        async with session.get('http://api.example/old') as response:
            print(response.url, [one.status for one in response.history])
        async with session.get('http://api.example/old', allow_redirects=False) as response:
            print(response.status, response.headers['location'])
        async with session.request('PUT', 'http://api.example/nowhere') as response:
            print(response.status)
    async with aiohttp.request('GET', base) as response:
        print(await response.json())


asyncio.run(main())
