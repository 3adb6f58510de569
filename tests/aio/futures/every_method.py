import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for name in ('result', 'exception'):
        try:
            getattr(f, name)()
        except BaseException as e:
            print(type(e).__module__, type(e).__qualname__, e)
    f.set_result(1)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError()), lambda: f.cancel()):
        try:
            print(call())
        except BaseException as e:
            print(repr(e))
    for bad in (StopIteration, StopIteration(3), 5, int, 'x', ValueError, BaseException, asyncio.CancelledError('c')):
        g = loop.create_future()
        try:
            g.set_exception(bad)
            print(repr(g.exception()), g)
        except BaseException as e:
            print(repr(e), g)
    c = loop.create_future()
    print(c.cancel('why'), c.cancel('again'), c.cancelled(), c.done())
    for name in ('result', 'exception'):
        try:
            getattr(c, name)()
        except BaseException as e:
            print(repr(e))
    try:
        await c
    except BaseException as e:
        print(repr(e))
    print(c._cancel_message, c._state, f._state, f._exception, f._result)
    print(asyncio.isfuture(c), asyncio.isfuture(main), asyncio.isfuture(asyncio.current_task()))

    async def cb_order():
        h = loop.create_future()

        def a(x):
            print('a', x is h)

        def b(x):
            print('b')
        h.add_done_callback(a)
        h.add_done_callback(b)
        h.add_done_callback(a)
        print(h)
        print(h.remove_done_callback(a), h.remove_done_callback(a))
        print(h)
        h.set_result(None)
        h.add_done_callback(a)
        await asyncio.sleep(0)
        print('after')
    await cb_order()
    x = asyncio.Future()
    print(x.get_loop() is loop)
    x.set_result('s' * 60)
    print(x)
    print(list((f.__await__().__class__.__name__ for _ in '1')))
    try:
        it = c.__await__()
        next(it)
    except BaseException as e:
        print(repr(e))
    it = f.__await__()
    try:
        next(it)
    except StopIteration as e:
        print('stop', e.value)
    n = loop.create_future()
    it = iter(n)
    print(next(it) is n, n._asyncio_future_blocking)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.Future(3)
    except TypeError as e:
        print(e)
    try:
        asyncio.Future(foo=3)
    except TypeError as e:
        print(e)
    print(n == n, hash(n) == hash(n), n != x)


asyncio.run(main())
try:
    asyncio.Future()
except BaseException as e:
    print(repr(e))
