import asyncio


async def waits():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print('closed')


async def main():
    asyncio.create_task(waits(), name='lonely')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
