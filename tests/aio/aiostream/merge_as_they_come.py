import asyncio
from aiostream import stream


async def numbers(name, pause, count):
    for number in range(count):
        await asyncio.sleep(pause)
        yield f'{name}{number}'


async def main():
    loop = asyncio.get_running_loop()
    merged = stream.merge(numbers('a', 0.3, 3), numbers('b', 0.2, 4), numbers('c', 0.6, 1))
    async with merged.stream() as streamer:
        async for item in streamer:
            print(round(loop.time(), 3), item)


asyncio.run(main())
