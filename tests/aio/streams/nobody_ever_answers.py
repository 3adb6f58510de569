import asyncio


async def handle(reader, writer):
    await asyncio.Event().wait()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        writer.write(b'hello?')
        print(await reader.readline())


asyncio.run(main())
