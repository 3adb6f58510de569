import asyncio
async def a():
    await asyncio.sleep(1)
async def main():
    t = asyncio.create_task(a(), name="A")
    await t
asyncio.run(main())
