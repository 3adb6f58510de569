errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Manager:
    async def __aenter__(self):
        return 1 / 0

    async def __aexit__(self, *args):
        pass


class LateManager:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        raise ValueError('exit')


async def numbers():
    yield 1
    yield 1 / 0


async def no_awaitable():
    await 5


async def no_manager():
    async with 5 as x:
        pass


async def no_iterator():
    async for x in 5:
        pass


async def enter():
    async with Manager() as m, Manager() as n:
        pass


async def leave():
    async with LateManager():
        x = 1


async def leave_after_error():
    async with LateManager():
        x = {}['key']


async def loop():
    async for n in numbers():
        pass


async def comprehension():
    return [n async for n in numbers()]


def run(function):
    function().send(None)


for function in (no_awaitable, no_manager, no_iterator, enter, leave, leave_after_error, loop,
                 comprehension):
    attempt(run, function)
raise ExceptionGroup('async', errors)
