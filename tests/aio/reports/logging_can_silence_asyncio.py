import asyncio
import logging

logging.getLogger('asyncio').setLevel(logging.CRITICAL)


async def fails():
    raise ValueError('nobody hears it')


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
print('quiet')
