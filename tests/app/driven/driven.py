"""Code that something else drives: a person steps into each of it."""
import asyncio
import contextlib
import functools


def numbers():
    yield 2
    yield 1


def double(value):
    return value * 2


def traced(function):
    return functools.wraps(function)(lambda: function())


@contextlib.contextmanager
def borrowed():
    yield 'book'


class Room:
    def __init__(self):
        self.seats = 3

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def __len__(self):
        return self.seats

    def __eq__(self, other):
        return self is other

    def __repr__(self):
        return 'room'

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return False

    @property
    def free(self):
        return self.seats


async def main():
    list(numbers())
    sum(numbers())
    sorted(numbers())
    [*numbers()]
    print(*numbers())
    [n for n in numbers()]
    first, second = numbers()
    ','.join(str(n) for n in numbers())
    for n in numbers():
        pass
    sorted([2, 1], key=double)
    list(map(double, [1]))
    functools.reduce(lambda a, b: a + b, [1, 2])
    room = Room()
    len(room)
    room == 1
    print(room)
    room.free
    with Room():
        pass
    with borrowed():
        pass
    async for _ in room:
        pass
    async with room:
        pass
    traced(main)
    loop = asyncio.get_running_loop()
    loop.call_soon(double, 3)
    await asyncio.sleep(0)
    await asyncio.gather(work(), work())


async def work():
    return 1

asyncio.run(main())
