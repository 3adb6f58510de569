import asyncio

async def job(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise ValueError(n)
    return n

async def main():
    tasks = [asyncio.create_task(job(n, n == 2), name=f'j{n}') for n in (3, 1, 2)]
    async for t in asyncio.as_completed(tasks, timeout=2.5):
        print(t.get_name(), t in tasks, t.done())
        try:
            await t
        except ValueError as error:
            print(repr(error))
        if t.get_name() == 'j2':
            break
    it = asyncio.as_completed([job(1), job(2), job(3)], timeout=2)
    print(type(it).__name__)
    for c in it:
        try:
            print(await c)
        except TimeoutError as error:
            print(repr(error))
    it = asyncio.as_completed([job(1)])
    a, = list(it)
    print(await a)
    try:
        next(it)
    except StopIteration:
        print('stop')
    it = aiter(asyncio.as_completed([job(1), job(1)]))
    t = asyncio.ensure_future(anext(it))
    await asyncio.sleep(0)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    print([await x async for x in it])
    async for x in asyncio.as_completed([]):
        print('never')
    for bad in (job(1), 5, None):
        try:
            for c in asyncio.as_completed(bad):
                pass
        except TypeError as error:
            print(error)
        if hasattr(bad, 'close'):
            bad.close()
    print(tasks)

asyncio.run(main())
