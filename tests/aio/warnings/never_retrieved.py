import asyncio


async def bad():
    raise ValueError('nobody looks')


async def main():
    asyncio.create_task(bad(), name='bad')
    await asyncio.sleep(1)
    print('main goes on')


asyncio.run(main())
