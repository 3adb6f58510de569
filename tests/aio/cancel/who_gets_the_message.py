import asyncio


class F(asyncio.Future):

    def cancel(self, *a, **k):
        print('F.cancel', a, k)
        return super().cancel(*a, **k)


async def waits(f):
    asyncio.current_task().cancel('own')
    try:
        await f
    except asyncio.CancelledError as e:
        print(repr(e))
        raise


async def sleeper():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print('sleeper', repr(e))
        raise


async def main():
    loop = asyncio.get_running_loop()
    for f in (loop.create_future(), F(), asyncio.create_task(sleeper()), asyncio.gather(asyncio.sleep(3)), asyncio.sleep(0), asyncio.sleep(1)):
        await asyncio.sleep(0)
        t = asyncio.create_task(waits(f))
        for _ in range(3):
            try:
                await t
            except asyncio.CancelledError as e:
                print('main', repr(e), t._cancel_message)
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    t.cancel('direct')
    for _ in range(3):
        try:
            await t
        except asyncio.CancelledError as e:
            print('main', repr(e), t._cancel_message)
    t = asyncio.create_task(sleeper())
    t.cancel('early')
    for _ in range(3):
        try:
            await t
        except asyncio.CancelledError as e:
            print('main', repr(e), t._cancel_message)
    f = F()
    t = asyncio.create_task(wrap(f))
    await asyncio.sleep(0)
    t.cancel('sub')
    t.cancel()
    f2 = F()
    t = asyncio.create_task(wrap(f2))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])

    async def own(f):
        asyncio.current_task().cancel()
        await f
    await asyncio.wait([asyncio.create_task(own(F()))])


async def wrap(f):
    await f


asyncio.run(main())
