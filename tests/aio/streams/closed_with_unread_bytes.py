import asyncio


async def handle(reader, writer):
    await asyncio.sleep(0.5)
    writer.transport.pause_reading()
    await asyncio.sleep(1)
    writer.transport.abort()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        await asyncio.sleep(1)
        writer.write(b'nobody reads this')
        try:
            print(await reader.read())
        except ConnectionResetError as error:
            print(repr(error))
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionResetError as error:
            print('again', repr(error))


asyncio.run(main())
