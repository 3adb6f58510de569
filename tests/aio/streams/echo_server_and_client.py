import asyncio

async def handle(reader, writer):
    print('client', writer.get_extra_info('peername'))
    while line := await reader.readline():
        print('server got', line)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 8888)
    print(server)
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
        print(reader, writer)
        writer.write(b'hello\n')
        print(await reader.readline())
        writer.write(b'again\n')
        print(await reader.readline())
        writer.close()
        await writer.wait_closed()
    print('done')

asyncio.run(main())
