import asyncio


async def handle(reader, writer):
    data = await reader.read()
    print('server has it all:', data)
    writer.write(data[::-1])
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        writer.writelines([b'one ', b'two ', b'three'])
        print(writer.can_write_eof(), writer.is_closing())
        writer.write_eof()
        try:
            writer.write(b'more')
        except RuntimeError as error:
            print(error)
        print(await reader.read())
        writer.close()
        print(writer.is_closing())


asyncio.run(main())
