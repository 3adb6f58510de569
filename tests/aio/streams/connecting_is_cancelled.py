# world: {"hosts": {"10.0.0.9:80": {"latency": 5}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            await asyncio.open_connection('10.0.0.9', 80)
    except TimeoutError:
        print(loop.time(), 'too slow')
    await asyncio.sleep(10)
    reader, writer = await asyncio.open_connection('10.0.0.9', 80)
    print(loop.time(), writer.get_extra_info('peername'))
    writer.close()


asyncio.run(main())
