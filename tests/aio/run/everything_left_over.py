import asyncio


async def f(x=1):
    return x


for bad in (None, f, 5):
    try:
        asyncio.run(bad)
    except BaseException as e:
        print(type(e).__name__, str(e).split(' at ')[0])
print(asyncio.run(f(3)), asyncio.run(f(), debug=False))


async def dbg():
    print(asyncio.get_running_loop().get_debug())


asyncio.run(dbg(), debug=True)


async def leftovers():

    async def stay(n):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print('stay', n, 'cancelled')
            await asyncio.sleep(n)
            print('stay', n, 'done')

    async def spawner():
        try:
            await asyncio.sleep(100)
        finally:
            asyncio.create_task(stay(9))
            print('spawned')

    async def raises():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            raise ValueError('late')
    asyncio.create_task(stay(1))
    asyncio.create_task(stay(2))
    asyncio.create_task(spawner())
    asyncio.create_task(raises())
    await asyncio.sleep(0)
    return 'main result'


print(asyncio.run(leftovers()))
with asyncio.Runner() as r:
    print(r.run(f(1)), r.run(f(2)), r.get_loop())
try:
    r.run(f())
except RuntimeError as e:
    print(e)


async def cancelled():
    asyncio.current_task().cancel('self')
    await asyncio.sleep(1)


try:
    asyncio.run(cancelled())
except asyncio.CancelledError as e:
    print(repr(e))


async def cancelled2():
    raise asyncio.CancelledError('raised')


try:
    asyncio.run(cancelled2())
except asyncio.CancelledError as e:
    print(repr(e))
