import asyncio


async def handle(reader, writer):
    print('server:', await reader.read())
    writer.close()


async def talk():
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(b'and off')


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        await talk()
        print('talk is over')
        await asyncio.sleep(1)


asyncio.run(main())
