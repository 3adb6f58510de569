import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    t1 = asyncio.create_task(fail(1), name='one')
    t2 = asyncio.create_task(fail(2), name='two')

    async def waiter(t):
        try:
            await t
        except ValueError as e:
            print('waiter', e)
            raise
    w = [asyncio.create_task(waiter(t1)) for _ in range(2)]
    await asyncio.sleep(3)
    del w, t2
    f = asyncio.get_running_loop().create_future()
    f.set_exception(OSError('f'))
    f = None
    x = asyncio.create_task(fail(0))
    await asyncio.wait([x])
    x = None
    y = asyncio.gather(fail(0), fail(0))
    await asyncio.sleep(1)
    print(y)
    y = None
    z = asyncio.gather(fail(0), return_exceptions=True)
    await asyncio.sleep(1)
    z = None

    async def sys_exc():
        raise asyncio.CancelledError
    c = asyncio.create_task(sys_exc())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(c)
    c = None
    raise LookupError('main')


asyncio.run(main())
