import asyncio


async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    except asyncio.CancelledError:
        print('ticker cancelled')
        raise
    finally:
        print('ticker closed')


async def consume(name, n, limit):
    async for x in ticker(n):
        print(name, x)
        if x == limit:
            return name


async def nxt(g):
    return await anext(g)


async def main():
    print(await asyncio.gather(consume('a', 3, 1), consume('b', 5, 2)))
    t = asyncio.create_task(consume('c', 9, 9))
    await asyncio.sleep(2.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    try:
        await asyncio.wait_for(consume('d', 9, 9), 1.5)
    except TimeoutError:
        print('timeout')
    gen = ticker(3)
    t1 = asyncio.create_task(nxt(gen))
    t2 = asyncio.create_task(nxt(gen))
    print(await asyncio.gather(t1, t2, return_exceptions=True))
    await gen.aclose()
    g = ticker(2)
    a = g.asend(None)
    a.close()
    print(await anext(g, 'none'))
    g = ticker(2)
    a = g.__anext__()
    a.send(None)
    try:
        a.throw(ValueError('thrown'))
    except ValueError as e:
        print(repr(e))
    print(await anext(g, 'none'))


asyncio.run(main())
