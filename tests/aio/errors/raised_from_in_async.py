import asyncio


class FetchError(Exception):
    pass


async def read():
    await asyncio.sleep(0.1)
    raise OSError('broken pipe')


async def fetch():
    try:
        await read()
    except OSError as error:
        raise FetchError('no page') from error


print('start')
asyncio.run(fetch())
