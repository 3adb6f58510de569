import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        print(await reader.read())
        for count in range(4):
            try:
                writer.write(b'anybody there?')
                await writer.drain()
                await asyncio.sleep(0.1)
                print(count, writer.is_closing())
            except ConnectionError as error:
                print(count, repr(error))
        try:
            await writer.wait_closed()
        except ConnectionError as error:
            print(repr(error))


asyncio.run(main())
