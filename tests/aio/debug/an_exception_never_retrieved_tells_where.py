import asyncio


async def fails():
    raise ValueError('lost')


async def main():
    asyncio.create_task(fails(), name='lost')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('done')


asyncio.run(main(), debug=True)
