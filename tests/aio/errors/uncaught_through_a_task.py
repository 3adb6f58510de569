import asyncio


async def fetch(n):
    await asyncio.sleep(n)
    raise ConnectionError(f'server {n} is down')


async def main():
    task = asyncio.create_task(fetch(2))
    print('waiting')
    await task


asyncio.run(main())
