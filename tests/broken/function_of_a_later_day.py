import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(None, b'bytes')


asyncio.run(main())
