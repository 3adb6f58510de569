import asyncio
from contextlib import *
@asynccontextmanager
async def acm(x):
    print('a enter'); await asyncio.sleep(0)
    try: yield x
    finally: print('a exit')
async def main():
    async with acm(1) as v: print(v)
    try:
        async with acm(2): raise ValueError('x')
    except ValueError as e: print('got', e)
    async with AsyncExitStack() as st:
        a = await st.enter_async_context(acm('q')); st.push_async_callback(asyncio.sleep, 0); st.callback(print, 'sync'); print(a)
    async def gen():
        try:
            yield 1
            yield 2
        finally: print('gen closed')
    async with aclosing(gen()) as g:
        async for x in g: print(x); break
asyncio.run(main())
