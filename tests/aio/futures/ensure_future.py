import asyncio


async def work():
    return 'w'


async def main():
    task = asyncio.ensure_future(work())
    print(type(task).__name__, asyncio.ensure_future(task) is task)
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future, await task)
    try:
        asyncio.ensure_future(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
