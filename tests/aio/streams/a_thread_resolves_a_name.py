# world: {"hosts": {"shop.example:80": {"latency": 0.5, "replies": {"GET /": {"text": "hello\n", "close": true}}}}}
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('shop.example', 80)
    print(loop.time(), writer.get_extra_info('peername'))
    writer.write(b'GET /\n')
    print(loop.time(), await reader.read(), loop.time())
    writer.close()
    try:
        await asyncio.open_connection('nowhere.example', 80)
    except socket.gaierror as error:
        print(repr(error))
    server = await asyncio.start_server(print, 'localhost', 9000)
    print(server.sockets[0].getsockname())
    server.close()


asyncio.run(main())
