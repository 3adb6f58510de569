import asyncio


async def other():
    await asyncio.sleep(2)
    print('other is done')


async def main():
    task = asyncio.create_task(other())
    await asyncio.get_running_loop().create_future()


asyncio.run(main())
