import asyncio

def bang(kind):
    raise kind('bang')

async def base(kind):
    await asyncio.sleep(1)
    raise kind('task')

loop = asyncio.new_event_loop()
for kind in (SystemExit, KeyboardInterrupt):
    loop.call_soon(bang, kind)
    loop.call_soon(print, 'after bang')
    try:
        loop.run_forever()
    except BaseException as error:
        print(repr(error), loop)
    t = loop.create_task(base(kind))
    try:
        loop.run_until_complete(asyncio.wait_for(t, 5))
    except BaseException as error:
        print(repr(error), t)
    loop.call_soon(loop.stop)
    loop.run_forever()
    print('again')
loop.close()
