import asyncio


async def work():
    print('never printed')


async def main():
    work()
    print('forgot await')
    await asyncio.sleep(0)


asyncio.run(main())
