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
    a.cancel()
    q.put_nowait('item')
    await asyncio.wait([a, b])
    print(q.qsize())


asyncio.run(main())
