import asyncio


async def getter(name, q):
    try:
        print(name, await q.get())
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    q = asyncio.Queue()
    a, b = (asyncio.create_task(getter(n, q)) for n in 'ab')
    await asyncio.sleep(0)
    q.put_nowait('item')
    a.cancel()
    await asyncio.wait([a, b], timeout=1)
    print(a.cancelled(), b.done(), q.qsize())


asyncio.run(main())
