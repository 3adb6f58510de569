import asyncio


log = []


async def in_aenter():

    class C:

        async def __aenter__(self):
            try:
                await asyncio.sleep(9)
            except BaseException as e:
                print('aenter', repr(e))
                raise

        async def __aexit__(self, *a):
            print('never')
    async with C():
        print('never')


async def in_aexit():

    class C:

        async def __aenter__(self):
            return 7

        async def __aexit__(self, *a):
            print('aexit', a[0])
            try:
                await asyncio.sleep(9)
            finally:
                print('aexit fin')
    async with C() as c:
        print(c)


async def in_agen():

    async def g():
        try:
            yield 1
            await asyncio.sleep(9)
            yield 2
        finally:
            print('agen fin')
    async for x in g():
        print(x)


async def in_comp():

    async def slow(x):
        await asyncio.sleep(9)
        return x
    return [await slow(x) for x in range(3)]


async def in_gather():
    await asyncio.gather(asyncio.sleep(9), asyncio.sleep(8))


async def in_wait():
    t = asyncio.create_task(asyncio.sleep(9), name='inner')
    try:
        await asyncio.wait([t])
    finally:
        print('inner done?', t.done())
        t.cancel()


async def in_wait_for():
    await asyncio.wait_for(asyncio.sleep(9), 99)


async def in_lock():
    l = asyncio.Lock()
    await l.acquire()
    async with l:
        print('never')


async def in_queue():
    await asyncio.Queue().get()


async def in_event():
    await asyncio.Event().wait()


async def in_task():
    await asyncio.create_task(asyncio.sleep(9))


async def in_finally():
    try:
        await asyncio.sleep(9)
    finally:
        try:
            await asyncio.sleep(9)
        finally:
            print('second')


async def in_except():
    try:
        raise ValueError('v')
    except ValueError:
        await asyncio.sleep(9)


async def in_timeout():
    async with asyncio.timeout(99):
        await asyncio.sleep(9)


async def in_yield0():
    while True:
        await asyncio.sleep(0)


async def suppress():
    while True:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print('no')
            return 'survived'


async def main():
    for fn in (in_aenter, in_aexit, in_agen, in_comp, in_gather, in_wait, in_wait_for, in_lock, in_queue, in_event, in_task, in_finally, in_except, in_timeout, in_yield0, suppress):
        t = asyncio.create_task(fn(), name=fn.__name__)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        t.cancel('m')
        t.cancel('n')
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if not t.done():
            print('again', t)
            t.cancel()
        try:
            print(fn.__name__, await t)
        except BaseException as e:
            print(fn.__name__, repr(e), repr(e.__context__), t.cancelling(), t.cancelled())


asyncio.run(main())
