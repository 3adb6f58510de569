import asyncio


class Slow:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop = loop
        self.callbacks = []
        self.value = None
        self.ready = False

    def __repr__(self):
        return '<Slow>'

    def get_loop(self):
        return self.loop

    def add_done_callback(self, fn, *, context=None):
        print('add', type(fn).__name__, context is not None)
        self.callbacks.append((fn, context))

    def cancel(self, msg=None):
        print('cancel', msg)
        self.finish('cancelled')
        return True

    def finish(self, value):
        self.value = value
        self.ready = True
        for fn, context in self.callbacks:
            self.loop.call_soon(fn, self, context=context)

    def result(self):
        print('result')
        return self.value

    def __await__(self):
        if not self.ready:
            self._asyncio_future_blocking = True
            yield self
        return self.result()


class Shy(Slow):
    def __await__(self):
        yield self


async def wait(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    slow = Slow(loop)
    loop.call_later(1, slow.finish, 42)
    print(await slow, slow._asyncio_future_blocking, asyncio.isfuture(slow))
    task = asyncio.create_task(wait(Slow(loop)))
    await asyncio.sleep(0)
    print('wait_for=<Slow>' in repr(task))
    task.cancel('no')
    print(await task)
    early = asyncio.create_task(wait(Slow(loop)))
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True))
    for other in Shy(loop), Slow(None):
        try:
            await other
        except RuntimeError as error:
            text = str(error)
            print(text.split(' <Task')[0], text.split(']> ')[-1])


asyncio.run(main())
