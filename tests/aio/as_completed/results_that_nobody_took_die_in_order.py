# The timeout ends the iteration; the iterator keeps what was done, and lets it go from the first on.
import asyncio


async def fails(name):
    await asyncio.sleep(0.5)
    raise ValueError(name)


async def main():
    try:
        async with asyncio.timeout(0.5):
            async for task in asyncio.as_completed([fails('a'), fails('b'), fails('c')]):
                print(task)
    except TimeoutError as error:
        print(repr(error))
    await asyncio.sleep(1)


asyncio.run(main())
