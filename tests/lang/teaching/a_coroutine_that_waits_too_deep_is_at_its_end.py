import asyncio
async def rec(n): return await rec(n - 1) if n else "deep"
async def main():
    try: await rec(5000)
    except RecursionError as e: print(e)
asyncio.run(main())
