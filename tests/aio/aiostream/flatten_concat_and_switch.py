import asyncio
from aiostream import pipe, stream


def inner(n):
    return stream.range(n * 10, n * 10 + 3, interval=0.2)


async def main():
    loop = asyncio.get_running_loop()
    outer = stream.range(3, interval=0.3) | pipe.map(inner)
    for name in ('flatten', 'concat', 'switch'):
        began = loop.time()
        joined = outer | getattr(pipe, name)()
        async with joined.stream() as streamer:
            print(name, [(round(loop.time() - began, 3), item) async for item in streamer])
    limited = stream.iterate([inner(0), inner(1), inner(2)]) | pipe.flatten(task_limit=1)
    print(await stream.list(limited))


asyncio.run(main())
