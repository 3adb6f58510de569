import asyncio
import contextvars


def say(label, call):
    try:
        print(label, call())
    except BaseException as error:
        print(label, type(error).__name__, error)


async def nothing():
    return 'nothing'


async def main():
    loop = asyncio.get_running_loop()
    for name, calls in {'call_soon': [(), (5,), (None,), (nothing,)], 'call_soon_threadsafe': [(), (5,)],
                        'call_later': [(), (1,), (None, print), ('a', print), (1, 5), (1, nothing)],
                        'call_at': [(), (1,), (None, print), (1, 5)],
                        'create_task': [(), (5,)],
                        'run_in_executor': [(), (None,), (None, 5), (5, print)], 'set_task_factory': [(5,), ()],
                        'set_exception_handler': [(5,), ()], 'call_exception_handler': [()], 'set_debug': [()],
                        'add_signal_handler': [('a', print), (999, print), (2, 5), (9, print)], 'remove_signal_handler': [('a',), (2,)],
                        'set_default_executor': [(5,)], 'default_exception_handler': [()], 'is_running': [(1,)]}.items():
        for arguments in calls:
            say((name, len(arguments), [type(a).__name__ for a in arguments]), lambda: getattr(loop, name)(*arguments))
    say('context', lambda: loop.call_soon(print, context=5))
    say('context', lambda: loop.call_later(1, print, context=5))
    say('keyword', lambda: loop.call_soon(print, colour=5))
    say('factory', lambda: loop.get_task_factory())
    say('handler', lambda: loop.get_exception_handler())
    say('debug', lambda: loop.get_debug())
    say('closed', lambda: (loop.is_closed(), loop.is_running()))
    h = loop.call_later(3, print, 'never')
    say('when', lambda: h.when())
    say('cancelled', lambda: (h.cancelled(), h.cancel(), h.cancelled(), h.cancel()))
    h2, h3 = loop.call_at(7, print, 'x'), loop.call_at(7, print, 'x')
    say('equal', lambda: (h2 == h2, h2 > h, h2 == 5))
    say('handle', lambda: loop.call_soon(print).when())
    say('context', lambda: type(h2.get_context()).__name__)
    h2.cancel()
    h3.cancel()
    loop.call_exception_handler({})
    loop.call_exception_handler({'message': 'by hand', 'colour': 'red', 'exception': ValueError('v')})
    loop.set_exception_handler(lambda loop, context: print('handled', sorted(context)))
    loop.call_exception_handler({'message': 'm'})

    def fails(loop, context):
        raise LookupError('in the handler')
    loop.set_exception_handler(fails)
    loop.call_exception_handler({'message': 'm2'})
    loop.set_exception_handler(None)
    variable = contextvars.ContextVar('v', default='d')
    for call in (lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar(5), lambda: contextvars.ContextVar('a', 5),
                 lambda: variable.get(1, 2), lambda: variable.set(), lambda: variable.reset(5), lambda: contextvars.ContextVar('w').get('x'),
                 lambda: contextvars.copy_context()[5], lambda: 5 in contextvars.copy_context(),
                 lambda: contextvars.copy_context().run(5), lambda: contextvars.Context(5),
                 lambda: len(contextvars.Context()), lambda: list(contextvars.Context().items()), lambda: contextvars.Context().get(variable, 'x'),
                 lambda: contextvars.Context() == contextvars.Context(), lambda: contextvars.Context().copy() == 5, lambda: variable.name,
                 lambda: contextvars.Token(), lambda: variable.set(3).old_value, lambda: variable.set(4).var is variable, lambda: variable.get(),
                 lambda: hash(variable) == hash(variable), lambda: contextvars.ContextVar[int]):
        say('contextvars', call)
    token = variable.set('new')
    other = contextvars.copy_context()
    say('own', lambda: variable.reset(token))
    for call in (lambda: other.run(variable.reset, token), lambda: variable.reset(token), lambda: other.run(other.run, print)):
        try:
            call()
        except Exception as error:
            print(type(error).__name__)
    for thing, acts in ((asyncio.Lock(), ['release', 'locked']), (asyncio.Semaphore(0), ['locked', 'release']), (asyncio.Event(), ['clear', 'is_set']),
                        (asyncio.Condition(), ['notify', 'notify_all', 'release', 'locked']), (asyncio.Queue(), ['get_nowait', 'task_done', 'qsize', 'empty', 'full']),
                        (asyncio.BoundedSemaphore(1), ['release']), (asyncio.Barrier(2), [])):
        for act in acts:
            say((type(thing).__name__, act), lambda: getattr(thing, act)())
    for call in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Semaphore('a'), lambda: asyncio.Barrier(0), lambda: asyncio.Barrier('a'), lambda: asyncio.Lock(5), lambda: asyncio.Queue('a').full(),
                 lambda: asyncio.Condition(5), lambda: asyncio.Condition(asyncio.Lock()).locked(), lambda: asyncio.timeout('a'), lambda: asyncio.timeout(None).when(), lambda: asyncio.timeout(1).expired(),
                 lambda: asyncio.timeout(1).reschedule(5)):
        say('made', call)
    full = asyncio.Queue(1)
    full.put_nowait(1)
    say('full', lambda: full.put_nowait(2))
    for queue in asyncio.PriorityQueue(), asyncio.LifoQueue():
        queue.put_nowait(2)
        queue.put_nowait(1)
        print(queue.get_nowait(), queue.get_nowait())
    queue = asyncio.PriorityQueue()
    queue.put_nowait('a')
    say('priority', lambda: queue.put_nowait(1))
    for call in (lambda: asyncio.sleep('a'), lambda: asyncio.sleep(None), lambda: asyncio.sleep(-1, 'early'), lambda: asyncio.sleep(0, 'now'), lambda: asyncio.sleep(float('nan')),
                 lambda: asyncio.wait_for(asyncio.sleep(1), 'a'), lambda: asyncio.wait_for(asyncio.sleep(0, 'fine'), None), lambda: asyncio.to_thread(5)):
        try:
            print('waited', await call())
        except Exception as error:
            print('waited', type(error).__name__, error)
    for thing in asyncio.Lock(), asyncio.Runner():
        try:
            with thing:
                pass
        except Exception as error:
            print('with', type(error).__name__, error)
        try:
            print('exit', await thing.__aexit__(None, None, None))
        except Exception as error:
            print('exit', type(error).__name__, error)


asyncio.run(main())
loop = asyncio.new_event_loop()
say('complete', lambda: loop.run_until_complete(nothing()))
say('complete', lambda: loop.run_until_complete(5))
loop.call_soon(loop.stop)
say('forever', lambda: loop.run_forever())
f = loop.create_future()
loop.call_soon(loop.stop)
say('stopped', lambda: loop.run_until_complete(f))
loop.close()
say('closed', lambda: loop.call_soon(print))
say('closed', lambda: loop.call_later(1, print))
say('closed', lambda: loop.run_forever())
say('closed', lambda: loop.create_future().done())
say('closed', lambda: loop.close())
say('closed', lambda: loop.is_closed())
c = nothing()
say('closed', lambda: loop.run_until_complete(c))
c.close()
say('policy', lambda: asyncio.set_event_loop(5))
say('policy', lambda: asyncio.set_event_loop(None))
