import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(taskName)s %(name)s %(message)s')


async def work(n):
    logging.info('work %d', n)
    await asyncio.sleep(n)
    logging.getLogger('worker').warning('done %d', n)


async def main():
    async with asyncio.TaskGroup() as group:
        for n in (2, 1):
            group.create_task(work(n), name=f'worker-{n}')


logging.info('before')
asyncio.run(main())
