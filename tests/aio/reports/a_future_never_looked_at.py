import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('nobody looks'))
    del future
    print('gone')
    asked = asyncio.get_running_loop().create_future()
    asked.set_exception(ValueError('somebody looks'))
    print(repr(asked.exception()))


asyncio.run(main())
