import asyncio


class Sender(asyncio.Protocol):
    def connection_made(self, transport):
        transport.set_write_buffer_limits(high=1000)
        print(transport.get_write_buffer_limits())
        transport.write(b'a' * 65000)
        print('sent', transport.get_write_buffer_size())
        transport.write(b'b' * 2000)
        print('kept', transport.get_write_buffer_size())

    def pause_writing(self):
        print('pause')

    def resume_writing(self):
        print('resume')


class Receiver(asyncio.Protocol):
    def connection_made(self, transport):
        transport.pause_reading()
        asyncio.get_running_loop().call_later(1, transport.resume_reading)

    def data_received(self, data):
        print('received', len(data))


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Receiver, '127.0.0.1', 9000)
    transport, _ = await loop.create_connection(Sender, '127.0.0.1', 9000)
    await asyncio.sleep(2)
    transport.close()
    await asyncio.sleep(0.1)
    server.close()


asyncio.run(main())
