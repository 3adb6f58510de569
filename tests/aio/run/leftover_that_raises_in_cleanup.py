import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError('cleanup failed')


async def main():
    asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(1)


asyncio.run(main())
print('after')
