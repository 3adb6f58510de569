import asyncio


class D:

    def __del__(self):
        print('D gone')


async def holds(d, e):
    try:
        await e.wait()
    finally:
        print('never printed')


async def main():
    e = asyncio.Event()
    t = asyncio.create_task(holds(D(), e))
    l = asyncio.Lock()
    await l.acquire()
    print('before')
    async with asyncio.timeout(None):
        await asyncio.gather(t, l.acquire())


try:
    asyncio.run(main())
finally:
    print('finally must not run')
