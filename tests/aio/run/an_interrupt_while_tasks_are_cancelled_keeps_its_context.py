import asyncio


async def worker():
    try:
        await asyncio.sleep(5)
    finally:
        raise KeyboardInterrupt('while it was cancelled')


async def main():
    asyncio.create_task(worker())
    await asyncio.sleep(0)
    1 / 0


asyncio.run(main())
