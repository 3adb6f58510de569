import asyncio


def handle(reader, writer):
    writer.write(b'short and done')
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        print(await reader.read())
        writer.close()


asyncio.run(main())
