import asyncio
async def f():
    for x in g(): pass
async def g():
    yield 1
asyncio.run(f())
