# world: {"stdin": [{"at": 0.5, "text": "first\nsec"}, {"at": 1.5, "text": "ond\n"}, {"at": 2, "text": "no end"}, {"at": 4, "eof": true}]}
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _ = await loop.connect_read_pipe(lambda: protocol, sys.stdin)
    async for line in reader:
        print(loop.time(), line)
    print(loop.time(), reader.at_eof(), transport.is_closing())


asyncio.run(main())
