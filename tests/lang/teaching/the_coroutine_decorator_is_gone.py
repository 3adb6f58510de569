import asyncio
@asyncio.coroutine
def f():
    yield from asyncio.sleep(1)
