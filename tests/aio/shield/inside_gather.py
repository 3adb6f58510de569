import asyncio

async def slow(n):
    await asyncio.sleep(n)
    print('done', n)
    return n

async def main():
    inner = asyncio.create_task(slow(3))
    both = asyncio.gather(asyncio.shield(inner), slow(5))
    await asyncio.sleep(1)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print('gather cancelled')
    print(await inner)

asyncio.run(main())
