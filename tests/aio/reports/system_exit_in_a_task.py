import asyncio


async def leaves():
    raise SystemExit(3)


async def main():
    task = asyncio.create_task(leaves())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled')
        raise


asyncio.run(main())
