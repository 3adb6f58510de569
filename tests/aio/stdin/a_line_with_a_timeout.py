# world: {"stdin": [{"at": 3, "text": "late\n"}]}
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    try:
        print(await asyncio.wait_for(reader.readline(), 2))
    except TimeoutError:
        print('too late', loop.time())
    print(await reader.readline(), loop.time())


asyncio.run(main())
