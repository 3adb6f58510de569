import asyncio

async def main():
    inner = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.shield(inner)
    print(outer)
    await asyncio.sleep(1)
    inner.cancel('inner')
    try:
        await outer
    except asyncio.CancelledError as exc:
        print(exc.args, outer, inner.cancelled())

asyncio.run(main())
