import asyncio


async def letters(text, pause):
    for c in text:
        await asyncio.sleep(pause)
        yield c


async def show(name, text, pause):
    async for c in letters(text, pause):
        print(name, c)


async def main():
    await asyncio.gather(show('fast', 'abc', 1), show('slow', 'xy', 1.6))


asyncio.run(main())
