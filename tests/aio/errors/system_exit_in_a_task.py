import asyncio


async def quit():
    await asyncio.sleep(1)
    raise SystemExit(2)


async def main():
    try:
        await asyncio.gather(quit(), asyncio.sleep(10))
    finally:
        print('main cleans up')


asyncio.run(main())
