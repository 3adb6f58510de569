import asyncio
from aiostream import pipe, stream


async def slow(n):
    await asyncio.sleep(1 / n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    for options in ({}, {'ordered': False}, {'task_limit': 1}):
        began = loop.time()
        xs = stream.iterate([1, 2, 4]) | pipe.map(slow, **options)
        print(options, await stream.list(xs), round(loop.time() - began, 3))


asyncio.run(main())
