import asyncio


async def g(name, n=3):
    try:
        for i in range(n):
            got = (yield i)
            print(name, 'got', got)
    except ValueError as e:
        print(name, 'VE', e)
        yield 'handled'
    except GeneratorExit:
        print(name, 'GE')
        raise
    finally:
        print(name, 'fin')
        await asyncio.sleep(0.5)
        print(name, 'fin2')


async def main():
    a = g('a')
    print(await anext(a))
    print(await a.asend('x'))
    print(await a.athrow(ValueError('v')))
    try:
        print(await anext(a))
    except StopAsyncIteration as e:
        print('stop', e.args)
    print(await anext(a, 'dflt'))
    await a.aclose()
    print(a.ag_running, a.ag_frame)
    b = g('b')
    await b.aclose()
    await b.aclose()
    try:
        await b.asend(None)
    except StopAsyncIteration:
        print('b stop')
    c = g('c')
    try:
        await c.asend('early')
    except TypeError as e:
        print(e)
    try:
        print(await c.athrow(KeyError('k')))
    except KeyError as e:
        print('KeyError', e)
    d = g('d')
    await anext(d)
    await d.aclose()
    try:
        await d.athrow(ValueError)
    except StopAsyncIteration:
        print('StopAsync on closed athrow')
    except ValueError:
        print('ValueError on closed athrow')
    print(await d.aclose())

    async def bad():
        try:
            yield 1
        finally:
            yield 2
    e = bad()
    await anext(e)
    try:
        await e.aclose()
    except RuntimeError as x:
        print(x)
    f = g('f')
    s = f.asend(None)
    print(await s)
    try:
        await s
    except RuntimeError as x:
        print(x)
    s = f.aclose()
    await s
    try:
        await s
    except RuntimeError as x:
        print(x)

    async def si():
        yield 1
        raise StopIteration('no')
    h = si()
    await anext(h)
    try:
        await anext(h)
    except RuntimeError as x:
        print(x, repr(x.__cause__))

    async def sai():
        yield 1
        raise StopAsyncIteration('no')
    h = sai()
    await anext(h)
    try:
        await anext(h)
    except RuntimeError as x:
        print(x, repr(x.__cause__))
    h = g('h')
    await anext(h)
    t = asyncio.create_task(h.aclose())
    await asyncio.sleep(0.1)
    try:
        await anext(h)
    except RuntimeError as x:
        print(x)
    try:
        await h.aclose()
    except RuntimeError as x:
        print(x)
    try:
        await h.athrow(ValueError)
    except RuntimeError as x:
        print(x)
    await t
    print(h.ag_code.co_name, h.__name__, h.__qualname__)


asyncio.run(main())
