import asyncio


def told(future):
    print('told', future.result())


async def waiter(future):
    return await future


class Wrapping(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        def wrapped(future):
            print('before', callback.__name__, callback.__qualname__)
            callback(future)

        super().add_done_callback(wrapped, context=context)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.add_done_callback(told)
    wakeup, own = [callback for callback, context in future._callbacks]
    print(wakeup.__name__, wakeup.__qualname__, wakeup.__self__ is task, own is told)
    print(future.remove_done_callback(wakeup), len(future._callbacks))
    future.add_done_callback(wakeup, context=task.get_context())
    print(future)
    future.set_result(1)
    print(await task)
    future = Wrapping()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future)
    future.set_exception(KeyError('k'))
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
