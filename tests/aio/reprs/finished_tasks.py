import asyncio


async def result(value):
    return value


async def failure():
    raise ValueError('failed')


async def main():
    a = asyncio.create_task(result([1, 'two']), name='a')
    b = asyncio.create_task(failure(), name='b')
    c = asyncio.create_task(result(None), name='c')
    c.cancel()
    await asyncio.wait([a, b, c])
    print(a)
    print(b, repr(b.exception()))
    print(c)


asyncio.run(main())
