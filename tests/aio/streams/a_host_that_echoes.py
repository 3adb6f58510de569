# world: {"hosts": {"192.0.2.7:7": {"latency": 0.25, "echo": true}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('192.0.2.7', 7)
    print(loop.time(), 'connected')
    for word in (b'one\n', b'two\n'):
        writer.write(word)
        print(loop.time(), await reader.readline(), loop.time())
    writer.write_eof()
    print(await reader.read(), loop.time())
    writer.close()


asyncio.run(main())
