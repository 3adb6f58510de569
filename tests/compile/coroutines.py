async def main(a):
    async with a as b:
        await b
    async for x in a:
        print(x)
    else:
        done()
    return [y async for y in a if y]


async def agen():
    yield 1
    r = (z async for z in main)
