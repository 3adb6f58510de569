import asyncio


async def agen(name, err=None):
    try:
        while True:
            yield name
    finally:
        print('fin', name)
        if err:
            raise err
        await asyncio.sleep(0.5)
        print('after', name)


keep = []


async def main():
    for n, e in (('a', None), ('b', ValueError('b')), ('c', asyncio.CancelledError('c')), ('d', KeyError('d'))):
        g = agen(n, e)
        keep.append(g)
        await anext(g)
    g = agen('drop', ValueError('dropped'))
    await anext(g)
    del g
    await asyncio.sleep(1)
    print('main end')


asyncio.run(main())
for k in keep:
    print(k.ag_frame is None)


async def m2():
    g = agen('x')
    await anext(g)
    t = asyncio.create_task(consume(g))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')


async def consume(g):
    async for v in g:
        print(v)
        await asyncio.sleep(3)


asyncio.run(m2())


def sync():
    g = agen('nosync')
    try:
        g.asend(None).send(None)
    except StopIteration as e:
        print('value', e.value)
    print('end sync')


sync()
print('done')
