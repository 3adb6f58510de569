import asyncio


async def work():
    asyncio.current_task().cancel()
    print('still here')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('now')
        raise


async def main():
    print(await asyncio.gather(work(), return_exceptions=True))


asyncio.run(main())
