import asyncio

def attempt(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except (TypeError, AttributeError, RuntimeError, ValueError, asyncio.InvalidStateError) as exc:
        print(type(exc).__name__, exc)

async def main():
    Task, Future = asyncio.Task, asyncio.Future
    for args in ((), (1,), (1, 2), (1, 2, 3)):
        attempt(Task, *args)
        attempt(Future, *args)
    for keywords in ({'foo': 1}, {'coro': 1}, {'coro': 1, 'foo': 2}):
        attempt(Task, **keywords)
        attempt(Task, 1, **keywords)
        attempt(Future, **keywords)
    future = asyncio.get_running_loop().create_future()
    for name in ('result', 'exception', 'set_result', 'set_exception', 'cancelled', 'done',
                 'get_loop', 'add_done_callback', 'remove_done_callback'):
        method = getattr(future, name)
        attempt(method, 1, 2)
        attempt(method, foo=3)
    for name in ('set_result', 'set_exception', 'add_done_callback', 'remove_done_callback'):
        attempt(getattr(future, name))
    task = asyncio.current_task()
    for name in ('cancelling', 'uncancel', 'get_name', 'set_name', 'get_coro', 'get_context',
                 'get_stack', 'print_stack', 'set_result', 'cancel'):
        attempt(getattr(task, name), 1, 2)

asyncio.run(main())
