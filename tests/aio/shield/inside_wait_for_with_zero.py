import asyncio

async def slow():
    await asyncio.sleep(3)
    return 'slow result'

async def main():
    inner = asyncio.ensure_future(slow())
    await asyncio.sleep(0)
    outer = asyncio.shield(inner)
    try:
        await asyncio.wait_for(outer, 0)
    except TimeoutError as exc:
        print(repr(exc.__cause__), outer, inner)
    print(await inner)

asyncio.run(main())
