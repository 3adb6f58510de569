import asyncio, functools


class C:

    def m(self, *a):
        print('m', a)

    def __call__(self, *a):
        print('call', a)

    @classmethod
    def c(cls, *a):
        print('c', a)

    @staticmethod
    def s(*a):
        print('s', a)


async def main():
    loop = asyncio.get_running_loop()
    o = C()
    f = loop.create_future()
    for cb in (o.m, o, C.c, C.s, C.m, functools.partial(o.m, 1), functools.partial(functools.partial(print, 1), 2), print, [].append, lambda *a: None, C, len, f.cancel):
        if cb in (len,):
            continue
        h = loop.call_soon(cb) if cb in (print, f.cancel) else loop.call_soon(cb, o) if cb is not C else loop.call_soon(cb)
        print(h)
    e = asyncio.Event()
    loop.call_soon(e.set)
    loop.call_soon(asyncio.current_task().get_name)
    t = asyncio.create_task(e.wait())
    loop.call_later(1, t.cancel)
    loop.call_soon(asyncio.current_task().set_name, 'renamed')
    await asyncio.sleep(0)
    g = loop.create_future()
    g.add_done_callback(o.m)
    g.add_done_callback(o)
    g.add_done_callback(functools.partial(print, 'p'))
    g.add_done_callback(e.set if False else print)
    print(g)
    g.set_result(None)
    await asyncio.sleep(2)


asyncio.run(main())
