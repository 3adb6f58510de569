import asyncio


def poisoned(title, *deadlines, ready=False):
    print(title)
    loop = asyncio.new_event_loop()
    for when in deadlines:
        try:
            print(loop.call_at(when, print, 'fired', when))
        except TypeError as error:
            print('refused:', error)
    if ready:
        loop.call_soon(print, 'ready')
    loop.call_later(3, loop.stop) if 'x' not in deadlines and [] not in deadlines else None
    try:
        loop.run_forever()
    except (TypeError, ValueError) as error:
        print('the loop ends:', error)
    loop.close()


poisoned('alone', 'x')
poisoned('with something ready', 'x', ready=True)
poisoned('after one that is', 1.0, 'x')
poisoned('before one that is', [], 1.0)
poisoned('two', 'x', [])
poisoned('whole numbers', 1, True, 2)
poisoned('not a number', float('nan'))
poisoned('not a number but something ready', float('nan'), 5.0, ready=True)
poisoned('not a number behind others', 4.0, 5.0, float('nan'))
poisoned('for ever', float('inf'), -1.0)
loop = asyncio.new_event_loop()
timer = loop.call_at('x', print)
print(timer.when(), timer)
timer.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
for delay in (None, 'x', []):
    try:
        loop.call_later(delay, print)
        print('accepted', delay)
    except TypeError as error:
        print(error)
try:
    loop.call_later(1, print)
except TypeError as error:
    print(error)
loop.close()
