import asyncio


async def main():
    async def handle(reader, writer):
        pass

    server = await asyncio.start_server(handle, '127.0.0.1', 9000)
    try:
        await asyncio.start_server(handle, '127.0.0.1', 9000)
    except OSError as error:
        print(error.errno, error)
    server.close()
    again = await asyncio.start_server(handle, '127.0.0.1', 9000)
    print(again.sockets[0].getsockname(), server.sockets, again.is_serving(), server.is_serving())
    again.close()


asyncio.run(main())
