import asyncio


async def main():
    reader = asyncio.StreamReader(limit=8)
    print(reader)
    reader.feed_data(b'much too long a line\nshort\n')
    try:
        await reader.readline()
    except ValueError as error:
        print(repr(error))
    print(await reader.readline(), reader)
    reader.feed_data(b'no separator in sight')
    try:
        await reader.readuntil(b';')
    except asyncio.LimitOverrunError as error:
        print(repr(error), error.consumed)
    print(reader, await reader.read(4))
    reader.feed_eof()
    print(await reader.read(), reader.at_eof(), reader)


asyncio.run(main())
