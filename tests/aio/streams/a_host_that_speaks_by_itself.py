# world: {"hosts": {"192.0.2.9:13": {"say": [{"text": "tick\n"}, {"after": 1, "text": "tock\n"}, {"after": 1, "text": "tick"}, {"close": true}]}}}
import asyncio


async def listen(name):
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('192.0.2.9', 13)
    while not reader.at_eof():
        print(name, loop.time(), await reader.readline())
    writer.close()


async def main():
    task = asyncio.create_task(listen('early'))
    await asyncio.sleep(0.5)
    await listen('late')
    await task


asyncio.run(main())
