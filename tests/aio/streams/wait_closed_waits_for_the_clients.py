import asyncio


async def handle(reader, writer):
    await asyncio.sleep(2)
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handle, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    await asyncio.sleep(0.5)
    server.close()
    print(loop.time(), 'closed')
    await server.wait_closed()
    print(loop.time(), 'really')
    try:
        await asyncio.open_connection('127.0.0.1', 9000)
    except OSError as error:
        print(error)
    writer.close()


asyncio.run(main())
