import asyncio
from asyncio import *


async def main():
    print(sorted(asyncio.__all__))
    print(all(hasattr(asyncio, name) for name in asyncio.__all__), sleep is asyncio.sleep)
    loop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))
    print(issubclass(asyncio.Server, asyncio.AbstractServer), asyncio.AbstractServer)
    nothing = asyncio.AbstractEventLoop()
    for name in dir(asyncio.AbstractEventLoop):
        if name.startswith('_'):
            continue
        method = getattr(nothing, name)
        try:
            try:
                answer = method()
            except TypeError as error:
                print(error)
                continue
            await answer
        except NotImplementedError:
            print(name, 'is missing')
    server = asyncio.AbstractServer()
    try:
        async with server as entered:
            print(entered is server)
    except NotImplementedError:
        print('no close()')
    for kind in (asyncio.Transport, asyncio.DatagramTransport, asyncio.SubprocessTransport):
        for name in dir(kind):
            if name.startswith('_') or name in ('get_extra_info', 'writelines'):
                continue
            try:
                getattr(kind(), name)()
            except TypeError as error:
                print(error)
            except NotImplementedError:
                print(kind.__name__, name)
    print(asyncio.run_coroutine_threadsafe.__module__, asyncio.Server.__module__)


asyncio.run(main())
