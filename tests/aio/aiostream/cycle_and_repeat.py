import asyncio
from aiostream import pipe, stream


async def main():
    print(await stream.list(stream.iterate([1, 2, 3]) | pipe.cycle() | pipe.take(8)))
    print(await stream.list(stream.repeat('x', 3, interval=1)), asyncio.get_running_loop().time())
    print(await stream.list(stream.repeat('y') | pipe.until(lambda item: True)))
    print(await stream.list(stream.count() | pipe.takewhile(lambda n: n < 4)))
    print(await stream.list(stream.range(6) | pipe.dropwhile(lambda n: n < 4)))


asyncio.run(main())
