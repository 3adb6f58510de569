import asyncio


async def radio(chunks):
    for chunk in ("wind fr", "om the west\nrain", " at noon\nsu", "n\n", None):
        await asyncio.sleep(1)
        await chunks.put(chunk)


async def lines_of(chunks):
    rest = ""
    while (chunk := await chunks.get()) is not None:
        *lines, rest = (rest + chunk).split("\n")
        for line in lines:
            yield line


async def main():
    chunks = asyncio.Queue()
    sender = asyncio.create_task(radio(chunks), name="Radio")
    async for line in lines_of(chunks):
        print("the log says:", line)
    await sender
    print("the radio is silent")


asyncio.run(main())
