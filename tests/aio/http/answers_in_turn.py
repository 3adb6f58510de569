# world: {"http": {"http://api.example/job": {"after": 0.1, "status": 503, "headers": {"Retry-After": {"value": "2"}}, "then": [{"after": 0.1, "status": 429}, {"after": 0.1, "json": {"done": true}}]}}}
import asyncio
import aiohttp


async def main():
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession('http://api.example') as session:
        for attempt in range(4):
            async with session.get('/job') as response:
                print(round(loop.time(), 3), response.status, response.reason,
                      response.headers.get('retry-after'))
                if response.ok:
                    print(await response.json())
            await asyncio.sleep(2 ** attempt)


asyncio.run(main())
