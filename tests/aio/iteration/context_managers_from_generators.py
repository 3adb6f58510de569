import asyncio
from contextlib import asynccontextmanager, contextmanager, AsyncExitStack, suppress


@asynccontextmanager
async def cm(n):
    print('enter', n)
    await asyncio.sleep(0.5)
    try:
        yield n
    except ValueError as e:
        print('cm caught', e)
    finally:
        await asyncio.sleep(0.5)
        print('exit', n)


async def main():
    async with cm(1) as a, cm(2) as b:
        print(a, b)
        raise ValueError('in body')
    t = asyncio.create_task(use())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    with suppress(asyncio.CancelledError, TimeoutError):
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    try:
        async with cm(7):
            raise KeyError('k')
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    async with AsyncExitStack() as st:
        await st.enter_async_context(cm('s1'))
        await st.enter_async_context(cm('s2'))
        st.push_async_callback(asyncio.sleep, 1)
    print(asyncio.get_running_loop().time())


async def use():
    async with cm('u'):
        await asyncio.sleep(5)


asyncio.run(main())
