import asyncio
async def main():
    c = asyncio.sleep(0)
    await c
    await c
asyncio.run(main())
