import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(print)
    print(future._callbacks[0][0], future._state, future._result, future._exception)
    for name in ('_loop', '_callbacks', '_state', '_result', '_exception', '_log_traceback'):
        try:
            setattr(future, name, 5)
        except (AttributeError, ValueError) as exc:
            print(type(exc).__name__, exc)
    future._cancel_message = 'kept'
    print(future._cancel_message, future._asyncio_future_blocking)
    future.remove_done_callback(print)
    print(future._callbacks)
    future.name = 'free'
    print(future.name)

asyncio.run(main())
