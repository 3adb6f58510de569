# world: {"hosts": {"192.0.2.9:13": {"say": [{"after": 1, "text": "x"}]}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('192.0.2.9', 13)
    loop.call_at(1, print, 'timer')
    print(await reader.read(1), loop.time())
    await asyncio.sleep(0)
    writer.close()


asyncio.run(main())
