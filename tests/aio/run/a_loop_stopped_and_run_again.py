import asyncio

async def ticker(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(1)
    return name

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
t = loop.create_task(ticker('a', 4))
loop.call_later(1.5, loop.stop)
loop.run_forever()
print('stopped', loop.time(), loop, t)
loop.stop()
loop.run_forever()
print('once', loop.time())
f = loop.create_future()
loop.call_later(1, f.set_result, 'value')
print(loop.run_until_complete(f))
loop.call_soon(loop.stop)
loop.call_soon(print, 'same turn')
loop.call_soon(lambda: loop.call_soon(print, 'next turn'))
loop.run_forever()
print('between')
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    print(error)
except BaseException as error:
    print(type(error))
