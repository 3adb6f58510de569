import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


def told(*args):
    print('told', args, var.get())


def fails():
    raise KeyError('k')


class Named(asyncio.Handle):
    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    handle = asyncio.Handle(told, (1, 2), loop)
    print(handle, handle.cancelled())
    var.set('main')
    handle._run()
    context = contextvars.copy_context()
    other = asyncio.Handle(told, ('other',), loop, context)
    other._run()
    print(other.get_context() is context)
    asyncio.Handle(fails, (), loop)._run()
    handle.cancel()
    print(handle, handle.cancelled())
    timer = asyncio.TimerHandle(loop.time() + 1, told, (), loop)
    print(timer, timer.when(), timer._scheduled, timer._when)
    print(timer < asyncio.TimerHandle(9, told, (), loop))
    timer.cancel()
    print(timer)
    named = Named('n', told, ('named',), loop)
    print(named.name, named)
    named._run()
    for make in (lambda: asyncio.Handle(), lambda: asyncio.Handle(told), lambda: asyncio.Handle(told, ()),
                 lambda: asyncio.TimerHandle(1), lambda: asyncio.TimerHandle(1, told, ()),
                 lambda: asyncio.Handle(1, 2, 3), lambda: asyncio.Handle(told, (), None),
                 lambda: asyncio.TimerHandle(None, told, (), loop),
                 lambda: asyncio.Handle(told, (), loop, 5, 6)):
        attempt(make)
    loop.set_debug(True)
    print(asyncio.Handle(told, (1, 'two'), loop))


asyncio.run(main())
