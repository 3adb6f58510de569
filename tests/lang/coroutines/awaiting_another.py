async def inner(x):
    print('inner', x)
    return x * 2


async def outer():
    a = await inner(1)
    b = await inner(a)
    return a + b


def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value


print(run(outer()))
