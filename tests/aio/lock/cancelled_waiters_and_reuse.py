import asyncio


async def main():
    l = asyncio.Lock()
    print(l.locked(), await l.acquire(), l.locked())
    ts = [asyncio.create_task(l.acquire(), name=str(i)) for i in range(4)]
    await asyncio.sleep(0)
    print(l)
    ts[0].cancel()
    l.release()
    print(l.locked())
    await asyncio.sleep(0)
    print(ts)
    await asyncio.sleep(0)
    print(l, [t.done() for t in ts])
    l.release()
    ts[2].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(l, [t.done() for t in ts])
    l.release()
    for _ in range(3):
        await asyncio.sleep(0)
    print([t.done() for t in ts], l)
    l.release()
    try:
        l.release()
    except RuntimeError as e:
        print(e)
    try:
        with l:
            pass
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    async with l as v:
        print(v)
    e = asyncio.Event()
    print(e, await asyncio.wait_for(asyncio.gather(*[]), 1))
    ws = [asyncio.create_task(e.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(e)
    e.set()
    print(e)
    e.clear()
    print(await asyncio.gather(*ws), e)
    e.set()
    print(await e.wait())
    print(e.is_set())
    ev = asyncio.Event()

    async def other():
        await ev.wait()
    t = asyncio.create_task(other())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        pass
    print(ev)


asyncio.run(main())
l = asyncio.Lock()


async def use():
    await l.acquire()
    t = asyncio.create_task(l.acquire())
    await asyncio.sleep(0)
    t.cancel()
    l.release()


asyncio.run(use())


async def use2():
    await l.acquire()
    await l.acquire()


try:
    asyncio.run(use2())
except RuntimeError as e:
    print(e)
