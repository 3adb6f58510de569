import asyncio


async def holder(lock, name, hold):
    async with lock:
        print(name, 'has it')
        try:
            await asyncio.sleep(hold)
        finally:
            try:
                await asyncio.sleep(0.5)
            except asyncio.CancelledError as error:
                print(name, 'again', error.args)
                raise
            finally:
                print(name, 'lets go', asyncio.current_task().cancelling())


async def main():
    lock = asyncio.Lock()
    a, b, c, d = (asyncio.create_task(holder(lock, n, 2), name=n) for n in 'abcd')
    await asyncio.sleep(1)
    a.cancel('one')
    await asyncio.sleep(0.25)
    a.cancel('two')
    b.cancel('before')
    print(lock)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(lock, lock.locked())
    lock.release()
    try:
        c.cancel()
        await c
    except BaseException as error:
        print(repr(error), lock)
    print(await asyncio.gather(a, b, d, return_exceptions=True))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
