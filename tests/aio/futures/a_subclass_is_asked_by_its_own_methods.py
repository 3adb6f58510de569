import asyncio

class Promise(asyncio.Future):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log = []

    def add_done_callback(self, fn, *, context=None):
        self.log.append(('add', getattr(fn, '__name__', type(fn).__name__)))
        super().add_done_callback(fn, context=context)

    def set_result(self, value):
        self.log.append(('set', value))
        super().set_result(value * 2)

    def cancel(self, msg=None):
        self.log.append(('cancel', msg))
        return super().cancel(msg=msg)

    def result(self):
        self.log.append('result')
        return super().result()

async def waiter(p):
    return await p

async def main():
    p = Promise()
    t = asyncio.create_task(waiter(p))
    await asyncio.sleep(0)
    p.set_result(21)
    print(await t, p.log, p)
    p = Promise()
    t = asyncio.create_task(waiter(p))
    await asyncio.sleep(0)
    t.cancel('why')
    print(await asyncio.gather(t, return_exceptions=True), p.log)
    p = Promise()
    done, pending = await asyncio.wait([p], timeout=1)
    print(p.log, len(done), len(pending))
    try:
        await asyncio.wait_for(p, 1)
    except TimeoutError:
        print(p.log, p)
    p = Promise(loop=asyncio.get_running_loop())
    s = asyncio.shield(p)
    print(type(s).__name__)
    p.set_result('ab')
    print(await s, p.log)
    g = asyncio.gather(Promise(), Promise())
    g.cancel()
    try:
        await g
    except asyncio.CancelledError as error:
        print(repr(error), g._children[0].log)

asyncio.run(main())
