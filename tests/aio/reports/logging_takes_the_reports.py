import asyncio
import logging
import sys


class Collect(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, record.getMessage().split('\n')[0], record.exc_info[0])


logging.getLogger('asyncio').addHandler(Collect())


def bad():
    raise ValueError('bad')


async def fails():
    raise KeyError('lost')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
