import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(RuntimeError('lost'))
    future = None
    print('dropped')
    await asyncio.sleep(0)


asyncio.run(main())
