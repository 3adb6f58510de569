import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('set'))
    try:
        await future
    except ValueError as error:
        print(error, future.exception() is error)
    other = asyncio.get_running_loop().create_future()
    other.set_exception(KeyError)
    print(repr(other.exception()))
    try:
        asyncio.get_running_loop().create_future().set_exception(StopIteration)
    except TypeError as error:
        print(error)


asyncio.run(main())
