import asyncio
async def rec(n):
    if n == 0:
        raise ValueError("bottom")
    await rec(n - 1)
asyncio.run(rec(8))
