import asyncio


async def g(name):
    try:
        yield 1
        yield 2
    finally:
        print(name, 'closing')
        await asyncio.sleep(1)
        print(name, 'closed')


async def drop():
    async for x in g('dropped'):
        print(x)
        break
    print('left')


async def keeper():
    global kept
    kept = g('kept')
    print(await anext(kept))
    global kept2
    kept2 = g('kept2')
    print(await anext(kept2))


async def raises():
    try:
        yield 1
    finally:
        raise ValueError('in aclose')


async def main():
    await drop()
    print('after drop')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('slept')
    await keeper()
    global r
    r = raises()
    await anext(r)
    x = g('last')
    await anext(x)
    del x
    n = g('never started')
    del n


asyncio.run(main())
print('end')
