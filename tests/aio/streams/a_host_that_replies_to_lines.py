# world: {"hosts": {"192.0.2.8:6379": {"latency": 0.1, "say": [{"text": "ready\n"}], "replies": {"PING": {"text": "PONG\n"}, "SLOW": {"after": 2, "text": "at last\n"}, "QUIT": {"text": "bye\n", "close": true}, "*": {"text": "what?\n"}}}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('192.0.2.8', 6379)
    print(loop.time(), await reader.readline())
    writer.write(b'PING\r\nSLOW\nPING\nHELLO\nQUIT\n')
    async for line in reader:
        print(loop.time(), line)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
