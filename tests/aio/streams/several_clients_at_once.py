import asyncio


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    for count in range(2):
        await asyncio.sleep(0.1 * len(name))
        writer.write(f'{name} {count}\n'.encode())
    writer.close()


async def client(name):
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(name.encode() + b'\n')
    print(name, await reader.read())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 9000)
    await asyncio.gather(client('ann'), client('bo'), client('christine'))
    server.close()
    await server.wait_closed()
    print('closed')


asyncio.run(main())
