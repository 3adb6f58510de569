import asyncio


async def handle(reader, writer):
    writer.write(b'one line\nfive5rest|of|it and the end')
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        print(await reader.readline())
        print(await reader.readexactly(5), await reader.read(0))
        print(await reader.readuntil(b'|'), await reader.readuntil((b' ', b'|')))
        print(await reader.read(3), reader.at_eof())
        print(await reader.read(), reader.at_eof(), await reader.read(), await reader.readline())
        writer.close()


asyncio.run(main())
