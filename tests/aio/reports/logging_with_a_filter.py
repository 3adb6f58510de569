import asyncio
import logging


class OnlyBad(logging.Filter):
    def filter(self, record):
        print('asked', record.levelname, record.getMessage().split('\n')[0])
        return False


logging.getLogger('asyncio').addFilter(OnlyBad())


async def fails():
    raise ValueError('bad')


async def main():
    asyncio.create_task(fails(), name='f')
    await asyncio.sleep(0.5)


asyncio.run(main())
