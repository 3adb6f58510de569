import asyncio
import sys


async def blink():
    while True:
        await asyncio.sleep(2)
        print("the lamp blinks")


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await loop.connect_read_pipe(lambda: protocol, sys.stdin)
    lamp = asyncio.create_task(blink(), name="Lamp")
    while line := await reader.readline():
        word = line.decode().strip()
        print(f"you typed {word}")
    print("nothing more will come")
    lamp.cancel()


asyncio.run(main())
