import asyncio
from aiostream import pipe, stream


async def source():
    try:
        yield 1
        yield 0
        yield 2
    finally:
        print('source is closed')


async def main():
    xs = stream.iterate(source()) | pipe.map(lambda n: 6 // n) | pipe.print('-> {}')
    try:
        await stream.list(xs)
    except ZeroDivisionError as error:
        print(repr(error))
    try:
        await stream.list(stream.throw(ValueError('thrown')))
    except ValueError as error:
        print(error)
    try:
        stream.map(3, str)
    except TypeError as error:
        print(error)


asyncio.run(main())
