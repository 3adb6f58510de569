import asyncio


async def handle(reader, writer):
    await asyncio.sleep(2)
    writer.write(b'late\n')
    await reader.read()
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        try:
            await asyncio.wait_for(reader.readline(), 1)
        except TimeoutError:
            print('no answer yet', reader)
        print(await reader.readline())
        writer.close()


asyncio.run(main())
