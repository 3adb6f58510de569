import asyncio


def numbers():
    yield 1
    return 5


async def coro():
    return 3


fut = asyncio.Future(loop=asyncio.new_event_loop())
fut.set_result((1, 2))
gen = numbers()
print(next(gen))
awaited = coro().__await__()
for ended in (gen, gen, awaited, iter(fut)):
    try:
        ended.send(None)
    except StopIteration as e:
        print(repr(e))
try:
    iter([]).__next__()
except StopIteration as e:
    print(repr(e))
