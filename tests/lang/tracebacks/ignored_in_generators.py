class Pause:
    def __await__(self):
        yield


def generator():
    try:
        yield 1
    finally:
        raise ValueError('generator')


async def coroutine():
    try:
        await Pause()
    finally:
        raise KeyError('coroutine')


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


for thing in generator(), stubborn():
    next(thing)
    print('made')
del thing
task = coroutine()
task.send(None)
task = None
print('end')
