import asyncio
import warnings

warnings.filterwarnings('always', message='coroutine')


async def nobody():
    pass


async def main():
    for turn in range(3):
        nobody()


asyncio.run(main())
