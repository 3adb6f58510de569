import asyncio


async def quick():
    return 1


async def other():
    print('other')


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    asyncio.create_task(other())
    print('before')
    await task
    print('after, nobody else ran')
    await asyncio.sleep(0)


asyncio.run(main())
