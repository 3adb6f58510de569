import asyncio


async def g(n):
    for i in range(n):
        try:
            yield i
        except GeneratorExit:
            print('GE', i)
            raise


async def main():
    print([(x, y) async for x in g(2) async for y in g(2) if x != y])
    print({x: [y async for y in g(x)] async for x in g(3)})
    print(sum([x async for x in g(4)]), [await asyncio.sleep(0, x) for x in range(3)], {await asyncio.sleep(0, x) for x in 'ab'})
    print([x for x in [await asyncio.sleep(0, [1, 2])][0]], tuple([x async for x in g(2)]))
    gen = (x * 2 async for x in g(3))
    print(await anext(gen), await gen.asend(None))
    await gen.aclose()
    async for x in (y async for y in g(3)):
        print(x)
        break
    else:
        print('else')
    async for x in g(0):
        pass
    else:
        print('else2')
    it = aiter(g(2))
    print(await anext(it), await anext(it), await anext(it, 'done'))
    try:
        await anext(it)
    except StopAsyncIteration:
        print('SAI')

    async def early():
        async for x in g(5):
            if x == 1:
                return x
    print(await early())
    a = g(3)
    async for x in a:
        print('first', x)
        break
    async for x in a:
        print('second', x)
    await asyncio.sleep(0)
    try:
        anext(5)
    except TypeError as e:
        print(e)
    try:
        aiter(5)
    except TypeError as e:
        print(e)

    def sync_user():
        return (x async for x in g(2))
    print([x async for x in sync_user()])

    async def raiser():
        yield 1
        raise ValueError('r')
    try:
        print([x async for x in raiser()])
    except ValueError as e:
        print(repr(e))

    async def nested():
        async with asyncio.Lock():
            async for x in g(2):
                try:
                    yield x
                finally:
                    print('nested fin', x)
    n = nested()
    print(await anext(n))
    t = asyncio.create_task(anext(n)) if False else None
    print(await n.asend(5))
    await n.aclose()

    async def throws():
        try:
            yield 1
        except ValueError:
            yield 'v'
            yield 'w'
        yield 'end'
    th = throws()
    await anext(th)
    print(await th.athrow(ValueError), await anext(th), await anext(th))
    th = throws()
    try:
        await th.athrow(KeyError('before'))
    except KeyError as e:
        print(repr(e))
    print(await anext(th, 'closed'))


asyncio.run(main())
