import asyncio


class Bad1:

    def __await__(self):
        return 5


class Bad2:

    def __await__(self):
        return [1]


class Yields:

    def __await__(self):
        x = (yield)
        print('got', x)
        return 'ret'


class Bad3:

    def __await__(self):
        yield 'str'


class Bad4:

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 4


class Iter:

    def __init__(self):
        self.n = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('iter done')
        return None


class BadAnext:

    def __aiter__(self):
        return self

    def __anext__(self):
        return 4


class BadAiter:

    def __aiter__(self):
        return 3


async def rec(n):
    if n:
        return 1 + await rec(n - 1)
    await asyncio.sleep(1)
    return 0


async def main():
    for b in (Bad1, Bad2, Yields, Bad3, Bad4, Iter):
        try:
            print(await b())
        except BaseException as e:
            print(type(e).__name__, e)
    for b in (BadAnext, BadAiter):
        try:
            async for x in b():
                pass
        except TypeError as e:
            print(e)
    print(await rec(50))

    async def sa():
        raise StopIteration(5)
    try:
        await sa()
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    t = asyncio.create_task(sa())
    try:
        await t
    except RuntimeError as e:
        print(e)

    async def sai():
        raise StopAsyncIteration(5)
    try:
        await sai()
    except StopAsyncIteration as e:
        print(repr(e))

    async def ge():
        raise GeneratorExit
    t = asyncio.create_task(ge())
    try:
        await t
    except GeneratorExit as e:
        print('GE', t)
    c = rec(1)
    print(c.cr_running, c.cr_await, c.cr_frame is None, c.cr_code.co_name)
    try:
        c.send(5)
    except TypeError as e:
        print(e)
    c.close()
    print(c.cr_frame)
    c = rec(0)
    print(type(c.send(None)).__name__)
    try:
        c.throw(KeyError('x'))
    except KeyError as e:
        print(repr(e))
    c = rec(1)
    f = c.send(None)

    async def second():
        await c
    try:
        await asyncio.create_task(second())
    except RuntimeError as e:
        print(e)


asyncio.run(main())
