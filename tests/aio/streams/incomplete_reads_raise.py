import asyncio


async def handle(reader, writer):
    writer.write(b'short')
    await asyncio.sleep(1)
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        for method, argument in (('readexactly', 10), ('readuntil', b';')):
            reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
            try:
                await getattr(reader, method)(argument)
            except asyncio.IncompleteReadError as error:
                print(repr(error), error.partial, error.expected)
            writer.close()
        try:
            await reader.readexactly(-1)
        except ValueError as error:
            print(error)


asyncio.run(main())
