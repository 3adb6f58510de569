import asyncio


class Loud:
    def __del__(self):
        print('gone at', asyncio.get_running_loop().time())


async def fail():
    raise ValueError('nobody asks')


async def drop(thing):
    task = asyncio.create_task(fail())
    await asyncio.wait([task])


async def main():
    asyncio.create_task(drop(Loud()))
    await asyncio.sleep(1)
    await asyncio.Event().wait()


asyncio.run(main())
