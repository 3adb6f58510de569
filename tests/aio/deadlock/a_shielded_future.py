import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(asyncio.shield(future), 1)
    except TimeoutError:
        print('waits on')
    await asyncio.wait([future])


asyncio.run(main())
