import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError('no') from None


async def main():
    asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0)


asyncio.run(main())
