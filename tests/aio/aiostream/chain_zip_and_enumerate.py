import asyncio
from aiostream import pipe, stream


async def main():
    a, b = stream.iterate('abc'), stream.range(10, 12)
    print(await stream.list(stream.chain(a, b)), await stream.list(a + b))
    print(await stream.list(stream.zip(a, b)), await stream.list(stream.enumerate(a, start=1)))
    print(await stream.list(a[1:]), await a[0], await stream.list(a | pipe.chunks(2)))
    print(await stream.list(a | pipe.takelast(2)), await stream.list(a | pipe.skiplast(2)))
    print(await stream.list(b | pipe.zip(a) | pipe.starmap(lambda n, c: c * n)))
    print(await stream.list(stream.just(1)), await stream.list(stream.empty()))
    try:
        await stream.empty()
    except Exception as error:
        print(repr(error))
    try:
        await a[5]
    except IndexError as error:
        print(error)


asyncio.run(main())
