import asyncio
import contextvars


def say(label, call):
    try:
        print(label, call())
    except BaseException as error:
        print(label, type(error).__name__, error)


async def nothing():
    return 'nothing'


async def sleeper():
    await asyncio.sleep(5)


class Odd(asyncio.Future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    say('result', f.result)
    say('exception', f.exception)
    for value in None, 5, ValueError, ValueError('v'), StopIteration, StopIteration('s'), asyncio.CancelledError, 'text', KeyboardInterrupt:
        say(('set_exception', value), lambda: loop.create_future().set_exception(value))
    for callback in None, 5, print:
        say(('add', callback), lambda: f.add_done_callback(callback) if callback is not print else None)
        say(('remove', callback), lambda: f.remove_done_callback(callback))
    say('context', lambda: f.add_done_callback(len, context=5))
    say('context', lambda: f.add_done_callback(len, contextvars.copy_context()))
    say('remove', lambda: f.remove_done_callback(len))
    say('call', lambda: f())
    say('attribute', lambda: f.colour)
    say('set', lambda: setattr(f, '_state', 'x'))
    say('blocking', lambda: f._asyncio_future_blocking)
    say('blocking', lambda: setattr(f, '_asyncio_future_blocking', True))
    say('blocking', lambda: delattr(f, '_asyncio_future_blocking'))
    say('log', lambda: setattr(f, '_log_traceback', True))
    say('log', lambda: setattr(f, '_log_traceback', False))
    say('message', lambda: f._cancel_message)
    say('cancel', lambda: f.cancel(msg='why'))
    say('cancel', lambda: f.cancel())
    say('message', lambda: f._cancel_message)
    say('result', f.result)
    say('set', lambda: f.set_result(1))
    say('set', lambda: f.set_exception(ValueError()))
    say('too many', lambda: f.set_result(1, 2))
    say('too few', lambda: loop.create_future().set_result())
    say('cancel', lambda: f.cancel('a', 'b'))
    say('get_loop', lambda: f.get_loop() is loop)
    for arguments, options in ((), {}), ((5,), {}), ((), {'loop': None}), ((), {'loop': 5}), ((), {'colour': 1}), ((), {'loop': loop}):
        say(('Future', arguments, list(options)), lambda: type(asyncio.Future(*arguments, **options)).__name__)
    say('subclass', lambda: Odd().done())
    say('iter', lambda: next(iter(loop.create_future())) is None)
    it = loop.create_future().__await__()
    say('throw', lambda: it.throw(ValueError('thrown')))
    say('close', lambda: it.close())
    it = loop.create_future().__await__()
    it.send(None)
    say('twice', lambda: it.send(None))
    done = loop.create_future()
    done.set_result('done')
    it = done.__await__()
    say('done', lambda: it.send(None))
    it = done.__await__()
    say('throw', lambda: it.throw(ValueError, 'text', 5))

    for value in None, 5, 'text', loop.create_future():
        say(('Task', type(value).__name__), lambda: asyncio.Task(value))
        say(('create_task', type(value).__name__), lambda: loop.create_task(value))
        say(('ensure', type(value).__name__), lambda: type(asyncio.ensure_future(value)).__name__)
    for options in {'loop': 5}, {'colour': 5}, {'context': 5}, {'name': 5}, {'eager_start': 5}:
        c = nothing()
        say(('Task', options), lambda: type(asyncio.Task(c, **options)).__name__)
        c.close()
    t = asyncio.create_task(sleeper(), name='t')
    say('name', lambda: t.get_name())
    say('name', lambda: t.set_name(5))
    say('name', lambda: t.get_name())
    say('set_result', lambda: t.set_result(1))
    say('set_exception', lambda: t.set_exception(ValueError()))
    say('result', t.result)
    say('coro', lambda: t.get_coro().__name__)
    say('context', lambda: type(t.get_context()).__name__)
    say('stack', lambda: len(t.get_stack(limit=1)))
    say('stack', lambda: t.get_stack(limit='a'))
    say('cancelling', lambda: (t.cancelling(), t.uncancel(), t.cancelling()))
    say('cancel', lambda: t.cancel(5))
    say('cancelling', lambda: (t.cancelling(), t.uncancel(), t.cancelling()))
    say('waiter', lambda: t._fut_waiter)
    say('must', lambda: t._must_cancel)
    say('must', lambda: setattr(t, '_must_cancel', False))
    say('coro', lambda: t._coro is t.get_coro())
    say('log', lambda: t._log_destroy_pending)
    say('log', lambda: setattr(t, '_log_destroy_pending', 5))
    say('log', lambda: delattr(t, '_log_destroy_pending'))
    say('call', lambda: t())
    say('class', lambda: asyncio.Task[int])
    say('class', lambda: asyncio.Future[int])
    try:
        await t
    except asyncio.CancelledError as error:
        print('cancelled', error.args)
    for thing in None, 5, 'text', [5]:
        for function in asyncio.wait_for, asyncio.shield, asyncio.gather, asyncio.ensure_future, asyncio.wrap_future, asyncio.run_coroutine_threadsafe:
            try:
                if function is asyncio.wait_for:
                    made = function(thing, 1)
                elif function is asyncio.run_coroutine_threadsafe:
                    made = function(thing, loop)
                else:
                    made = function(thing)
                print(function.__name__, type(thing).__name__, await made)
            except Exception as error:
                print(function.__name__, type(thing).__name__, type(error).__name__, error)
    for things in None, 5, [], [5], [None], 'text':
        for function in asyncio.wait, asyncio.as_completed:
            try:
                made = function(things)
                print(function.__name__, things, list(made) if function is asyncio.as_completed else await made)
            except Exception as error:
                print(function.__name__, things, type(error).__name__, error)
    for thing in 5, None, 'text':
        try:
            await thing
        except TypeError as error:
            print(error)
    say('current', lambda: asyncio.current_task().get_name())
    say('current', lambda: asyncio.current_task(5))
    say('all', lambda: len(asyncio.all_tasks()))
    say('all', lambda: asyncio.all_tasks(5))
    say('run', lambda: asyncio.run(5))
    say('iscoroutine', lambda: [asyncio.iscoroutine(x) for x in (5, nothing, None)])
    say('isfuture', lambda: [asyncio.isfuture(x) for x in (5, f, t, Odd)])


asyncio.run(main())
say('no loop', lambda: asyncio.get_running_loop())
say('no loop', lambda: asyncio.current_task())
say('no loop', lambda: asyncio.all_tasks())
say('no loop', lambda: asyncio.run(5))
say('no loop', lambda: asyncio.run(nothing()))
say('no loop', lambda: asyncio.run(nothing(), debug='x'))
say('no loop', lambda: asyncio.run(nothing(), loop_factory=5))
