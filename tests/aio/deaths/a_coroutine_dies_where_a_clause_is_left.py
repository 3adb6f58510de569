import asyncio


def sleeper():
    yield


async def main():
    try:
        asyncio.run(asyncio.sleep(1))
    except RuntimeError:
        sleeper().throw(ValueError('the way out'))


asyncio.run(main())
