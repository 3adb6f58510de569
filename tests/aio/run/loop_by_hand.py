import asyncio


def say(*a):
    print(*a)


loop = asyncio.new_event_loop()
print(loop)
for call in (lambda: loop.call_later(None, say), lambda: loop.call_at(None, say), lambda: loop.call_soon(None), lambda: loop.call_soon(), lambda: loop.call_later(1), lambda: loop.run_until_complete(5), lambda: loop.create_task(5), lambda: loop.call_later('x', say), lambda: asyncio.get_running_loop(), lambda: asyncio.current_task(), lambda: asyncio.all_tasks(), lambda: asyncio.current_task(loop), lambda: asyncio.all_tasks(loop)):
    try:
        print(call())
    except BaseException as e:
        print(repr(e))


async def c():
    return 'c'


print(loop.run_until_complete(c()))
h = loop.call_soon(say, 1, 2)
t = loop.call_later(2, say, 'later')
print(h, t)
loop.call_soon(loop.stop)
loop.run_forever()
print('stopped', loop.time())
loop.call_later(3, loop.stop)
loop.run_forever()
print(loop.time())
f = loop.create_future()
loop.call_later(1, f.set_result, 'R')
print(loop.run_until_complete(f))
f = loop.create_future()
loop.call_later(1, loop.stop)
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
f.cancel()
print(loop.is_running(), loop.is_closed(), loop.get_debug())


async def inner():
    try:
        loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
    try:
        asyncio.run(c())
    except RuntimeError as e:
        print(e)
    print(loop.is_running(), asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)


loop.run_until_complete(inner())


async def fails():
    raise KeyError('f')


try:
    loop.run_until_complete(fails())
except KeyError as e:
    print(repr(e))


def raiser():
    raise SystemExit(3)


loop.call_soon(raiser)
try:
    loop.run_forever()
except SystemExit as e:
    print('SE', e.code)
print(loop.is_running())


def kb():
    raise KeyboardInterrupt


loop.call_soon(kb)
loop.call_soon(say, 'left in the queue')
try:
    loop.run_until_complete(asyncio.sleep(1))
except KeyboardInterrupt as e:
    print('KI')
loop.run_until_complete(asyncio.sleep(1))
loop.close()
loop.close()
print(loop, loop.is_closed())
for call in (lambda: loop.call_soon(say), lambda: loop.call_later(1, say), lambda: loop.run_forever(), lambda: loop.create_future()):
    try:
        print(call())
    except BaseException as e:
        print(repr(e))
co = c()
try:
    loop.create_task(co)
except RuntimeError as e:
    print(e)
co.close()
co = c()
try:
    loop.run_until_complete(co)
except RuntimeError as e:
    print(e)
