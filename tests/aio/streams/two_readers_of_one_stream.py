import asyncio


async def main():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reader.readline(), name='first')
    await asyncio.sleep(0)
    try:
        await reader.read(3)
    except RuntimeError as error:
        print(error)
    reader.feed_data(b'line\n')
    print(await first)


asyncio.run(main())
