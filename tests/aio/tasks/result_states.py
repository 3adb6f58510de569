import asyncio


async def ok():
    return 'fine'


async def bad():
    raise ValueError('bad')


async def main():
    a, b, c = (asyncio.create_task(f) for f in (ok(), bad(), asyncio.sleep(9)))
    for t in (a, b, c):
        try:
            t.result()
        except asyncio.InvalidStateError as error:
            print(error)
    await asyncio.sleep(1)
    c.cancel()
    await asyncio.sleep(0)
    for t in (a, b, c):
        print(t.done(), t.cancelled(), end=' ')
        try:
            print(t.result())
        except (ValueError, asyncio.CancelledError) as error:
            print(repr(error))
    print(a.exception(), repr(b.exception()))
    try:
        c.exception()
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
