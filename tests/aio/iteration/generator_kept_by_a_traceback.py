import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def cm(n):
    try:
        yield n
    except ValueError as e:
        print('cm caught', e)
    finally:
        print('exit', n)


async def main():
    async with cm(1) as a:
        raise ValueError('in body')


asyncio.run(main())
