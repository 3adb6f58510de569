import asyncio


async def f():
    pass


async def g(x):
    return x


def sync():
    f()


async def main():
    f()
    x = g(1)
    x = None
    sync()
    asyncio.sleep(1)
    [g(i) for i in range(2)]
    a = ag()
    b = a.__anext__()
    del b
    c = a.aclose()
    del c
    asyncio.gather
    try:
        await None
    except TypeError as e:
        print(e)
    try:
        await f
    except TypeError as e:
        print(e)
    try:
        await [f()]
    except TypeError as e:
        print(e)
    try:
        async for z in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        for z in ag():
            pass
    except TypeError as e:
        print(e)
    try:
        async with f():
            pass
    except TypeError as e:
        print(e)
    k = f()
    await k
    try:
        await k
    except RuntimeError as e:
        print(e)
    k = f()
    k.close()
    k.close()
    try:
        await k
    except RuntimeError as e:
        print(e)
    print(asyncio.iscoroutine(f), asyncio.iscoroutinefunction(f), asyncio.iscoroutinefunction(main))
    q = asyncio.Queue()
    q.get()
    q.put(1)
    l = asyncio.Lock()
    l.acquire()
    asyncio.wait_for(f(), 1)


async def ag():
    yield 1


asyncio.run(main())
f()
