import asyncio


async def handle(reader, writer):
    line = await reader.readline()
    print('got', line)
    raise ValueError('the handler is broken')


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        writer.write(b'hello\n')
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
