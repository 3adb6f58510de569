import asyncio
import types

class Bare:
    def __await__(self):
        got = yield
        print('got', got)
        return 'bare'

class Number:
    def __await__(self):
        yield 5

class NoIterator:
    def __await__(self):
        return 5

class Both:
    def __init__(self, f):
        self.f = f
    def __await__(self):
        result = yield from self.f
        return [result]

class Twice:
    def __init__(self, f):
        self.f = f
    def __await__(self):
        self.f._asyncio_future_blocking = True
        yield self.f
        return 'twice'

class Unblocked:
    def __init__(self, f):
        self.f = f
    def __await__(self):
        yield self.f

@types.coroutine
def old():
    x = yield
    return x

async def attempt(thing):
    try:
        print(await thing)
    except BaseException as error:
        print(type(error).__name__, str(error).replace('\n', ' '))

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(1, f.set_result, 1)
    for thing in (Bare(), Number(), NoIterator(), Both(f), Twice(f), Unblocked(f), old(), 5, None, [1]):
        await attempt(thing)
    t = asyncio.current_task()
    class Self:
        def __await__(self):
            t._asyncio_future_blocking = True
            yield t
    await attempt(Self())
    async def itself():
        await me
    me = asyncio.create_task(itself())
    await attempt(me)

asyncio.run(main())
