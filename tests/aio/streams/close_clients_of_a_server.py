import asyncio


async def handle(reader, writer):
    try:
        await reader.read()
        print('server side sees the end')
    finally:
        writer.close()


async def client(number):
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    print(number, await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 9000)
    clients = [asyncio.create_task(client(number)) for number in range(3)]
    await asyncio.sleep(1)
    server.close()
    server.close_clients()
    await asyncio.gather(*clients)
    await server.wait_closed()
    print('nobody is left')


asyncio.run(main())
