import asyncio
from aiostream import pipe, stream


async def main():
    xs = stream.count(interval=0.1)
    ys = xs | pipe.skip(2) | pipe.take(5) | pipe.filter(lambda x: x % 2) | pipe.map(lambda x: x ** 2)
    print(await ys, await stream.list(ys), asyncio.get_running_loop().time())
    async with ys.stream() as streamer:
        async for item in streamer:
            print(asyncio.get_running_loop().time(), item)
    print(await (stream.range(5) | pipe.accumulate() | pipe.list()))
    print(await (stream.range(1, 6) | pipe.reduce(lambda a, b: a * b)))


asyncio.run(main())
