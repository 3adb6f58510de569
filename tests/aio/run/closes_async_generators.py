import asyncio


async def ticks():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print('generator closed')


async def main():
    global it
    it = ticks()
    print(await anext(it), await anext(it))


asyncio.run(main())
print('after')
