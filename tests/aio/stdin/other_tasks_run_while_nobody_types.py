# world: {"stdin": [{"at": 2.5, "text": "quit\n"}]}
import asyncio
import sys


async def count():
    for number in range(10):
        print(number)
        await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    counting = asyncio.create_task(count())
    line = await reader.readline()
    counting.cancel()
    print(line, counting.cancelling())


asyncio.run(main())
