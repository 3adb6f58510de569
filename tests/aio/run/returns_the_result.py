import asyncio


async def add(a, b):
    await asyncio.sleep(0.5)
    return a + b


print(asyncio.run(add(2, 3)))
print(asyncio.run(add('x', 'y')))
