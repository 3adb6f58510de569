import asyncio
class Sub(asyncio.Future): pass
class Own(asyncio.Task):
    def done_cb(self, f): pass
async def c(): await asyncio.sleep(0)
async def main():
    loop=asyncio.get_running_loop()
    f=Sub(); g=loop.create_future()
    g.add_done_callback(f.set_result)
    g.set_result(1)
    loop.call_soon(Sub(loop=loop).set_result, 3)
    loop.call_soon(asyncio.Future(loop=loop).cancel)
    o=Own(c(), loop=loop)
    loop.call_soon(o.cancel)
    loop.call_soon(o.done_cb, 1)
    loop.call_soon(lambda: None)
    loop.call_soon([].append, 1)
    loop.call_soon(asyncio.Future.done, f)
    loop.call_soon(Sub.done, f)
    loop.call_soon({}.get, 1)
    loop.call_soon(asyncio.Event().set)
    loop.call_soon(int)
    try: await o
    except asyncio.CancelledError: print('c')
    await asyncio.sleep(.1)
asyncio.run(main())
