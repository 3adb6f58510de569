import asyncio
from aiostream import pipe, stream


async def main():
    loop = asyncio.get_running_loop()
    xs = stream.range(3) | pipe.spaceout(0.5) | pipe.delay(1)
    async with xs.stream() as streamer:
        async for item in streamer:
            print(loop.time(), item)
    try:
        async with (stream.range(3, interval=2) | pipe.timeout(1)).stream() as streamer:
            async for item in streamer:
                print(loop.time(), item)
    except TimeoutError as error:
        print(loop.time(), repr(error))


asyncio.run(main())
