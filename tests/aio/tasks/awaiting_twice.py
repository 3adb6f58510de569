import asyncio


async def work():
    print('once')
    await asyncio.sleep(1)
    return 'same'


async def main():
    task = asyncio.create_task(work())
    print(await task, await task)


asyncio.run(main())
