import asyncio


async def bad():
    raise KeyboardInterrupt('by hand')


async def main():
    task = asyncio.create_task(bad())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled at the end')
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error))
