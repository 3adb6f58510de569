import asyncio

async def main():
    inner = asyncio.create_task(asyncio.sleep(2, 'two'))
    a, b = asyncio.shield(inner), asyncio.shield(inner)
    double = asyncio.shield(asyncio.shield(inner))
    await asyncio.sleep(1)
    a.cancel()
    print(await asyncio.gather(a, b, double, return_exceptions=True))

asyncio.run(main())
