import asyncio


def plain_gen():
    yield


async def nothing():
    return 1


async def main():
    for make in (lambda: asyncio.create_task(plain_gen()), lambda: asyncio.create_task(nothing), lambda: asyncio.gather(1), lambda: asyncio.ensure_future(3), lambda: asyncio.wait_for(3, 1), lambda: asyncio.gather(plain_gen()), lambda: asyncio.ensure_future(plain_gen())):
        try:
            r = make()
            if asyncio.iscoroutine(r):
                r = await r
            print(r)
        except BaseException as e:
            print(type(e).__name__, e)
    for bad in ([], [nothing], nothing, 5, None, [5]):
        try:
            print(await asyncio.wait(bad))
        except BaseException as e:
            print(type(e).__name__, e)
    c = nothing()
    for bad in (c, [c], (x for x in [c])):
        try:
            print(await asyncio.wait(bad))
        except BaseException as e:
            print(type(e).__name__, e)
    await c
    t = asyncio.create_task(nothing())
    try:
        await asyncio.wait([t], return_when='SOME')
    except ValueError as e:
        print(e)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    d, p = await asyncio.wait((t for t in [t]))
    print(len(d), len(p), d)
    d, p = await asyncio.wait({t: 1})
    print(len(d))


asyncio.run(main())
