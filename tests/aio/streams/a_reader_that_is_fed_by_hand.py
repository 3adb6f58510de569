import asyncio


async def feed(reader):
    for piece in (b'ab', b'c\nd', b'ef\n'):
        await asyncio.sleep(0.5)
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    feeder = asyncio.create_task(feed(reader))
    async for line in reader:
        print(loop.time(), line)
    print(reader.at_eof(), reader.exception())
    await feeder
    reader = asyncio.StreamReader()
    reader.set_exception(ValueError('torn'))
    try:
        await reader.read(1)
    except ValueError as error:
        print(error, reader)


asyncio.run(main())
