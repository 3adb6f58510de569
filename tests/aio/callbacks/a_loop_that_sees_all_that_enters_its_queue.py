import asyncio


class Telling(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        name = getattr(callback, '__qualname__', type(callback).__name__)
        print('soon', name, args and type(args[0]).__name__, context is None)
        return super().call_soon(callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        print('at', when, callback.__qualname__)
        return super().call_at(when, callback, *args, context=context)

    def create_future(self):
        print('future')
        return super().create_future()

    def create_task(self, coro, **keywords):
        print('task', coro.__qualname__, sorted(keywords))
        return super().create_task(coro, **keywords)


class Wrapping(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        def counted():
            self.count = getattr(self, 'count', 0) + 1
            callback(*args)

        return super().call_soon(counted, context=context)


async def child(n):
    await asyncio.sleep(n)
    if n == 2:
        raise KeyError(n)
    return n


async def main():
    try:
        async with asyncio.timeout(1.5):
            print(await asyncio.gather(child(1), child(3)))
    except TimeoutError as error:
        print(repr(error))
    print(await asyncio.gather(child(0), child(2), return_exceptions=True))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(print)
    future.set_result('result')
    await asyncio.sleep(0)
    await asyncio.to_thread(print, 'thread')
    return 'main'


with asyncio.Runner(loop_factory=Telling) as runner:
    print(runner.run(main()))
with asyncio.Runner(loop_factory=Wrapping) as runner:
    print(runner.run(main()), runner.get_loop().count)
