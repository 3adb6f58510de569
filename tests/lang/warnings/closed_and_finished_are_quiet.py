async def work():
    return 1


closed = work()
closed.close()
del closed
finished = work()
try:
    finished.send(None)
except StopIteration as stop:
    print(stop.value)
del finished


class Pause:
    def __await__(self):
        yield


async def waits():
    await Pause()


started = waits()
started.send(None)
del started


def generator():
    yield


generator()
print('end')
