import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError('inner')


async def main():
    try:
        await asyncio.wait_for(bad(), 2)
    except ValueError as error:
        print(error, asyncio.get_running_loop().time())


asyncio.run(main())
