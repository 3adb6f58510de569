import asyncio

async def job(n, stubborn=0):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print('job', n, 'cancelled')
        if stubborn:
            await asyncio.sleep(stubborn)
            print('job', n, 'gives in')
            return -n
        raise

async def main():
    loop = asyncio.get_running_loop()
    for stubborn in (0, 1):
        for flag in (False, True):
            try:
                print(await asyncio.wait_for(asyncio.gather(job(1), job(5, stubborn), return_exceptions=flag), 2))
            except (TimeoutError, asyncio.CancelledError) as error:
                print(repr(error), repr(error.__cause__), loop.time())
    g = asyncio.gather(job(1), job(2))
    w = asyncio.create_task(asyncio.wait_for(g, 3))
    await asyncio.sleep(0.5)
    g._children[0].cancel('first')
    print(await asyncio.gather(w, return_exceptions=True), g)
    inner = asyncio.gather(job(3), job(4), return_exceptions=True)
    outer = asyncio.create_task(asyncio.wait_for(asyncio.wait_for(inner, 1), 1))
    print(await asyncio.gather(outer, return_exceptions=True))
    print(inner)
    try:
        await asyncio.wait_for(asyncio.gather(), 1)
    except Exception as error:
        print(error)

asyncio.run(main())
