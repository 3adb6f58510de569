async def numbers():
    print('begin')
    yield 1
    yield 2
    print('end')


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


g = numbers()
print(type(g), g.__name__)
print(step(g.__anext__()), step(g.__anext__()))
try:
    step(g.__anext__())
except StopAsyncIteration as stop:
    print(repr(stop))
