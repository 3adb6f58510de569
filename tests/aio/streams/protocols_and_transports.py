import asyncio


class Talker(asyncio.Protocol):
    def __init__(self, name, over):
        self.name, self.over = name, over

    def connection_made(self, transport):
        print(self.name, 'made', transport.get_extra_info('sockname'), transport.is_reading())
        self.transport = transport
        if self.name == 'client':
            transport.write(b'ping')

    def data_received(self, data):
        print(self.name, 'received', data)
        if self.name == 'server':
            self.transport.write(b'pong')
        else:
            self.transport.close()

    def eof_received(self):
        print(self.name, 'eof')

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)
        self.over.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    over = [loop.create_future(), loop.create_future()]
    server = await loop.create_server(lambda: Talker('server', over[0]), '127.0.0.1', 9000)
    transport, protocol = await loop.create_connection(lambda: Talker('client', over[1]),
                                                       '127.0.0.1', 9000)
    print(protocol is transport.get_protocol())
    await asyncio.gather(*over)
    print(transport, transport.is_closing())
    server.close()


asyncio.run(main())
