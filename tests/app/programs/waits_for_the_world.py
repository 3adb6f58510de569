# world: {"stdin": [{"at": 1.5, "text": "hello\n"}], "hosts": {"echo.example:7": {"latency": 0.05, "echo": true}}, "subprocess": {"make all": {"output": [{"after": 1, "text": "done\n"}], "returncode": 0}}, "http": {"https://shop.example/items": {"after": 0.3, "json": [1, 2]}}}
import asyncio
import sys

import aiohttp


async def talk():
    reader, writer = await asyncio.open_connection('echo.example', 7)
    writer.write(b'hi\n')
    await writer.drain()
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()


async def build():
    process = await asyncio.create_subprocess_exec('make', 'all', stdout=asyncio.subprocess.PIPE)
    print(await process.stdout.readline(), await process.wait())
    process = await asyncio.create_subprocess_exec('make', 'all')
    print(await process.wait())


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(await reader.readline())
    await talk()
    await build()
    async with aiohttp.ClientSession() as session:
        async with session.get('https://shop.example/items') as answer:
            print(await answer.json())
    server = await asyncio.start_server(lambda reader, writer: None, '127.0.0.1', 8000)
    async with asyncio.timeout(1):
        await server.serve_forever()


asyncio.run(main())
