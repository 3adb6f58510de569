import asyncio


async def f():
    return 1


async def g():
    raise ValueError('g')


async def main():
    loop = asyncio.get_running_loop()

    def h(loop, ctx):
        print(sorted(ctx), ctx['message'], repr(ctx.get('exception')))
    loop.set_exception_handler(h)
    print(loop.get_exception_handler() is h)
    asyncio.create_task(g())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    fut = loop.create_future()
    fut.set_exception(KeyError('k'))
    del fut
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'mine', 'extra': 1})

    def bad(loop, ctx):
        raise RuntimeError('bad handler')
    loop.set_exception_handler(bad)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'mine', 'extra': 1, 'another': [1, 2]})
    loop.call_exception_handler({'exception': ValueError('only')})
    loop.call_exception_handler({})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    t = loop.create_task(asyncio.sleep(5))
    loop._ready.clear() if False else None


asyncio.run(main())
