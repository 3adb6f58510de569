import asyncio


async def work():
    return 1


async def main():
    job = work()
    print('made', job.__name__)
    job = None
    print('dropped')


asyncio.run(main())
