# world: {"http": {"http://down.example/": {"after": 0.1, "error": "refused"}, "http://gone.example/": {"error": "unknown-host"}, "http://rude.example/": {"after": 0.2, "error": "disconnected"}, "http://silent.example/": {"error": "timeout"}}}
import asyncio
import aiohttp


async def main():
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session:
        for host in ('down', 'gone', 'rude', 'silent', 'unlisted'):
            try:
                await session.get(f'http://{host}.example/')
            except (aiohttp.ClientError, asyncio.TimeoutError) as error:
                print(loop.time(), type(error).__name__, error)
        for address in ('no address', 'ftp://x.example/', 'http://'):
            try:
                await session.get(address)
            except aiohttp.InvalidURL as error:
                print(type(error).__name__, error)


asyncio.run(main())
