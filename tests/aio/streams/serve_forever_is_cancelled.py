import asyncio


async def handle(reader, writer):
    writer.write(b'hello\n')
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 9000, start_serving=False)
    print(server.is_serving())
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    print(await reader.readline())
    writer.close()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', server.is_serving(), server)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
