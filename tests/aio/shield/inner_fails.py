import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError('inside')

async def main():
    try:
        await asyncio.shield(fail())
    except ValueError as exc:
        print(repr(exc))

asyncio.run(main())
