import asyncio


async def sleeper():
    await asyncio.sleep(1)


def hello(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper(), name='s')
    print(task)
    future = loop.create_future()
    print(future)
    other = asyncio.Future()
    print(other)
    print(loop.call_soon(hello))
    print(loop.call_soon(hello, 1, 'two'))
    print(loop.call_later(5, hello, 3))
    print(loop.call_at(7, hello))
    handle = loop.call_soon_threadsafe(hello, 'x')
    print(handle)
    handle.cancel()
    print(handle)
    await task
    print(task)
    print(asyncio.current_task())


asyncio.run(main(), debug=True)
