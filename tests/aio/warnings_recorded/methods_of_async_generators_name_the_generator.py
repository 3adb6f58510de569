import asyncio
import warnings


async def numbers():
    yield 1


async def main():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        generator = numbers()
        generator.asend(None)
        generator.aclose()
    for one in seen:
        print(one.message, type(one.source).__name__)
    await generator.aclose()


asyncio.run(main())
