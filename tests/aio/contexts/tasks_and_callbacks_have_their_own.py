import asyncio
import contextvars


v = contextvars.ContextVar('v', default='d')


async def child(n):
    print(n, v.get())
    v.set(n)
    await asyncio.sleep(0)
    print(n, v.get())


def cb(tag):
    print('cb', tag, v.get())
    v.set('cb' + tag)


async def agen():
    v.set('agen')
    yield v.get()
    print('in', v.get())
    yield 2


async def main():
    v.set('main')
    await asyncio.gather(child(1), child(2))
    print(v.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, 'x')
    loop.call_soon(cb, 'y')
    ctx = contextvars.copy_context()
    loop.call_soon(cb, 'c1', context=ctx)
    loop.call_soon(cb, 'c2', context=ctx)
    await asyncio.sleep(0)
    print(v.get(), ctx[v])
    await asyncio.create_task(child(9), context=ctx)
    print(ctx[v], v.get())
    async for x in agen():
        print(x, v.get())
        v.set('changed')
    f = loop.create_future()
    v.set('before')
    f.add_done_callback(lambda f: print('done', v.get()))
    f.add_done_callback(lambda f: print('done', v.get()), context=ctx)
    v.set('after')
    f.set_result(1)
    await asyncio.sleep(0)
    t = asyncio.create_task(child(3))
    print(t.get_context() is ctx, len(t.get_context()))
    await t
    print(t.get_context()[v], v in t.get_context())
    await asyncio.wait_for(child(4), 1)
    print(v.get())
    tok = v.set('z')
    print(tok.var is v, tok.old_value)
    v.reset(tok)
    print(v.get())
    try:
        v.reset(tok)
    except RuntimeError as e:
        print(str(e).split(' at ')[0])
    w = contextvars.ContextVar('w')
    try:
        w.get()
    except LookupError as e:
        print(type(e))
    print(w.get(5))
    t2 = w.set(1)
    print(t2.old_value is contextvars.Token.MISSING)
    print(ctx.run(lambda: v.get()))
    try:
        ctx.run(ctx.run, print)
    except RuntimeError as e:
        print(str(e).split(':')[0])


asyncio.run(main())
print(v.get())
