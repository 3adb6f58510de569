import asyncio

class MyStop(StopIteration):
    pass

async def main():
    loop = asyncio.get_running_loop()
    for value in (StopIteration('s'), StopIteration, MyStop(1), ValueError, ValueError('v'), 5, None, KeyboardInterrupt('k'),
                  asyncio.CancelledError('c'), asyncio.CancelledError, int):
        f = loop.create_future()
        try:
            f.set_exception(value)
        except BaseException as error:
            print('set', type(error).__name__, error)
            continue
        try:
            await f
        except BaseException as error:
            print('await', repr(error), repr(error.__cause__), repr(error.__context__), f.cancelled())
    t = asyncio.current_task()
    for name in ('set_result', 'set_exception'):
        try:
            getattr(t, name)(5)
        except RuntimeError as error:
            print(error)
    async def stops():
        raise StopIteration('x')
    async def stops_async():
        raise StopAsyncIteration('x')
    print(await asyncio.gather(stops(), stops_async(), return_exceptions=True))
    async def gen_exit():
        raise GeneratorExit
    print(await asyncio.gather(asyncio.create_task(gen_exit()), return_exceptions=True))

asyncio.run(main())
