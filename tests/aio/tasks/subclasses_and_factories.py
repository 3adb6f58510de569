import asyncio


class F(asyncio.Future):

    def set_result(self, r):
        print('set', r)
        super().set_result(r)

    def cancel(self, msg=None):
        print('F.cancel', msg)
        return super().cancel(msg=msg)

    def __repr__(self):
        return 'myF'


class T(asyncio.Task):

    def cancel(self, msg=None):
        print('T.cancel', msg)
        return super().cancel(msg)


async def w(x):
    return await x


async def main():
    loop = asyncio.get_running_loop()
    f = F()
    t = asyncio.create_task(w(f))
    print(t)
    await asyncio.sleep(0)
    print(t)
    t.cancel('hey')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    f = F(loop=loop)
    loop.call_soon(f.set_result, 3)
    print(await f, f)
    t = T(w(asyncio.sleep(1, 'T')), loop=loop, name='mine')
    print(t.get_name(), await t, t)
    t = T(w(asyncio.sleep(1, 'T')), name='mine2')
    await asyncio.sleep(0)
    o = asyncio.create_task(w(t))
    await asyncio.sleep(0)
    print(o.cancel('via'), o)
    try:
        await o
    except asyncio.CancelledError as e:
        print(repr(e))
    print(t.cancelled())
    loop.set_task_factory(lambda loop, coro, **kw: T(coro, loop=loop, **kw))
    t = asyncio.create_task(w(asyncio.sleep(0, 5)), name='fac')
    print(type(t).__name__, t.get_name(), await t)
    g = asyncio.gather(T(w(asyncio.sleep(3))))
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print(repr(e))
    print(isinstance(g, asyncio.Future), type(g).__name__, issubclass(asyncio.Task, asyncio.Future))

    class Awaitable:

        def __await__(self):
            return asyncio.sleep(1, 'aw').__await__()
    print(await Awaitable(), await asyncio.gather(Awaitable(), Awaitable()), await asyncio.wait_for(Awaitable(), 2))
    t = asyncio.ensure_future(Awaitable())
    print(t)
    await t
    loop.set_task_factory(None)
    t = asyncio.ensure_future(Awaitable())
    print(t, t.get_coro())
    await t
    print(t)


asyncio.run(main())
