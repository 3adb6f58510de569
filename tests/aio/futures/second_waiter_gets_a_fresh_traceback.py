import asyncio


async def fail():
    raise ValueError('once')


async def wait_for_it(task):
    await task


async def main():
    task = asyncio.create_task(fail())
    first = asyncio.create_task(wait_for_it(task))
    await asyncio.wait([first])
    print(repr(first.exception()))
    await task


asyncio.run(main())
