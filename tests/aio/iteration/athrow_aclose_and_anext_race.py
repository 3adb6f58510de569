import asyncio

async def numbers(name):
    try:
        for i in range(5):
            try:
                await asyncio.sleep(1)
                yield i
            except ValueError as error:
                print(name, 'got', error)
                await asyncio.sleep(0.5)
                yield 'recovered'
    finally:
        print(name, 'closing')
        await asyncio.sleep(0.25)
        print(name, 'closed')

async def attempt(label, awaitable):
    try:
        print(label, repr(await awaitable))
    except BaseException as error:
        print(label, type(error).__name__, error)

async def main():
    g = numbers('g')
    await asyncio.gather(attempt('next', anext(g)), attempt('athrow', g.athrow(ValueError('early'))),
                         attempt('aclose', g.aclose()))
    await asyncio.gather(attempt('aclose1', g.aclose()), attempt('aclose2', g.aclose()), attempt('next', anext(g, 'default')))
    h = numbers('h')
    await attempt('h', anext(h))
    await asyncio.gather(attempt('athrow', h.athrow(ValueError('mid'))), attempt('asend', h.asend(5)))
    await attempt('h', h.athrow(KeyError('k')))
    await attempt('h', h.athrow(KeyError('again')))
    await attempt('h', h.asend(1))
    k = numbers('k')
    await attempt('k', k.athrow(ValueError('unstarted')))
    await attempt('k', anext(k))
    m = numbers('m')
    pending = m.asend(None)
    pending.close()
    await attempt('m', pending)
    await attempt('m', anext(m))
    closing = m.aclose()
    closing.close()
    await attempt('m', anext(m))
    t = asyncio.create_task(attempt('slow', anext(m)))
    await asyncio.sleep(0.5)
    t.cancel('enough')
    await t
    await attempt('m', anext(m))

asyncio.run(main())
