import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError as e:
        print('child', n, e.args, repr(e))
        raise


async def main():
    g = asyncio.gather(child(1), child(2))
    print(g)
    asyncio.get_running_loop().call_later(0.5, g.cancel, 'stop it')
    try:
        await g
    except asyncio.CancelledError as e:
        print(repr(e), e.args, e.__context__, e.__cause__)
    print(g, g.cancelled(), g.done())
    try:
        g.result()
    except BaseException as e:
        print('result', repr(e))
    g = asyncio.gather(child(1), child(2), return_exceptions=True)
    await asyncio.sleep(0)
    print(g.cancel(msg='all'))
    try:
        print(await g)
    except BaseException as e:
        print(repr(e))
    print(g.cancel(), g._state)
    t = asyncio.create_task(child(5))
    w = asyncio.create_task(asyncio.wait_for(t, 3))
    await asyncio.sleep(1)
    w.cancel('w')
    try:
        await w
    except asyncio.CancelledError as e:
        print(repr(e))
    print(t, w)
    try:
        t.result()
    except BaseException as e:
        print(repr(e))
    t = asyncio.create_task(child(5))
    await asyncio.sleep(0)
    t.cancel(msg=('a', 1))
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args)
    t = asyncio.create_task(child(5))
    await asyncio.sleep(0)
    t.cancel(None)
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args)
    print(t.cancelling(), t.uncancel(), t.uncancel())


asyncio.run(main())
