import asyncio


async def main():
    await asyncio.sleep(0.1)
    raise KeyError('main failed')


try:
    asyncio.run(main())
except KeyError as error:
    print('caught', error)
