import asyncio
import warnings

warnings.simplefilter('error')


async def nobody():
    pass


async def main():
    nobody()
    print('goes on')


asyncio.run(main())
