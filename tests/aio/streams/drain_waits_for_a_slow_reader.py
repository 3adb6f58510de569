import asyncio


async def handle(reader, writer):
    total = 0
    while data := await reader.read(50000):
        total += len(data)
        await asyncio.sleep(0.1)
    print('read', total)


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handle, '127.0.0.1', 9000, limit=1000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    for count in range(6):
        writer.write(b'x' * 60000)
        print(loop.time(), count, writer.transport.get_write_buffer_size())
        await writer.drain()
    print(loop.time(), writer)
    writer.close()
    await writer.wait_closed()
    print(loop.time())
    server.close()
    await asyncio.sleep(1)


asyncio.run(main())
