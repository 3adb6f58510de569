import asyncio

class Lazy(asyncio.Future):
    def __init__(self):
        pass

async def main():
    future = Lazy()
    print(future.done(), future.cancelled())
    for name in ('result', 'exception', 'cancel', 'get_loop', '__await__'):
        try:
            getattr(future, name)()
        except (RuntimeError, asyncio.InvalidStateError) as exc:
            print(name, type(exc).__name__, exc)
    for name in ('set_result', 'add_done_callback', 'remove_done_callback'):
        try:
            getattr(future, name)(print)
        except (RuntimeError, asyncio.InvalidStateError) as exc:
            print(name, type(exc).__name__, exc)

asyncio.run(main())
