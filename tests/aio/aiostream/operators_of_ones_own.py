import asyncio
from aiostream import operator, pipable_operator, pipe, stream, streamcontext


@operator
async def countdown(n):
    while n:
        yield n
        n -= 1


@pipable_operator
async def twice(source):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield item
            yield item


async def main():
    xs = countdown(3) | twice.pipe() | pipe.action(lambda item: print('sees', item))
    print(await stream.list(xs))
    print(await stream.list(xs))


asyncio.run(main())
