import asyncio


async def j(n, r=None, exc=None):
    await asyncio.sleep(n)
    if exc:
        raise exc
    return r


def names(s):
    return sorted((t.get_name() for t in s))


async def main():
    mk = lambda: [asyncio.create_task(j(1, 'a'), name='a'), asyncio.create_task(j(2, exc=ValueError('b')), name='b'), asyncio.create_task(j(3, 'c'), name='c')]
    for kw in ({}, {'return_when': asyncio.FIRST_COMPLETED}, {'return_when': asyncio.FIRST_EXCEPTION}, {'timeout': 2}, {'timeout': 0}, {'timeout': -1}, {'timeout': 1, 'return_when': asyncio.FIRST_EXCEPTION}):
        ts = mk()
        d, p = await asyncio.wait(ts, **kw)
        print(asyncio.get_running_loop().time(), names(d), names(p))
        for t in p:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    d, p = await asyncio.wait([f])
    print(d, p)
    c = asyncio.create_task(j(5))
    c.cancel()
    d, p = await asyncio.wait([c], return_when=asyncio.FIRST_EXCEPTION)
    print(d)
    f1, f2 = (asyncio.get_running_loop().create_future() for _ in '12')
    w = asyncio.create_task(asyncio.wait([f1, f2]))
    await asyncio.sleep(0)
    print(f1, w)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print(f1, f2)
    async for x in agen():
        print(x)
    print([x async for x in agen() if x], {x async for x in agen()}, {x: x async for x in agen()})
    gen = (x async for x in agen())
    print(type(gen).__name__)
    print([y async for y in gen])
    g2 = (await j(0, i) for i in range(2))
    print(type(g2).__name__, [z async for z in g2])


async def agen():
    for i in range(3):
        await asyncio.sleep(0.25)
        yield i


asyncio.run(main())
