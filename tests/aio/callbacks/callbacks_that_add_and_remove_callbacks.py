import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def again(fut):
        print('again', fut)
        if len(count) < 3:
            count.append(1)
            fut.add_done_callback(again)
    count = []
    def remover(fut):
        print('removed', fut.remove_done_callback(other), fut.remove_done_callback(remover))
    def other(fut):
        print('other')
    f.add_done_callback(remover)
    f.add_done_callback(again)
    f.add_done_callback(other)
    f.add_done_callback(other)
    f.add_done_callback(again)
    print(f, f._callbacks and len(f._callbacks))
    print(f.remove_done_callback(again))
    f.set_result(1)
    print(f.remove_done_callback(other))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    f.add_done_callback(again)
    await asyncio.sleep(0)
    async def child():
        raise KeyError('k')
    t = asyncio.create_task(child())
    t.add_done_callback(lambda t: t.exception())
    t.add_done_callback(lambda t: 1 / 0)
    t.add_done_callback(lambda t: loop.stop())
    await asyncio.wait([t])
    print('after')
    h = loop.call_soon(print, 'x')
    h.cancel()
    h.cancel()
    print(h, h._callback, h._args)
    t = loop.call_later(1, print, 'y')
    t.cancel()
    print(t, t.when() - loop.time())

loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
loop.run_until_complete(asyncio.sleep(1))
loop.close()
print(loop)
