import asyncio
async def f():
    with asyncio.Lock(): pass
asyncio.run(f())
