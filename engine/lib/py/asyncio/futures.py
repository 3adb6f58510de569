"""Futures: helpers around the type in C."""

from _asyncio import CancelledError, Future, InvalidStateError, get_event_loop, isfuture

__all__ = ('Future', 'wrap_future', 'isfuture')


def _set_result_unless_cancelled(fut, result):
    # The timer of sleep() may fire when the sleeper was cancelled in the same iteration.
    if not fut.cancelled():
        fut.set_result(result)


# ---- Futures of threads ---------------------------------------------------------------------


def wrap_future(future, *, loop=None):
    """A future of the loop that follows one of concurrent.futures, and cancels it."""
    import concurrent.futures
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), (
        f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped


def _chain_future(source, destination):
    """What source becomes, destination becomes; cancelling destination cancels source."""
    source_loop = _loop_of(source, 'source')
    dest_loop = _loop_of(destination, 'destination')

    def _set_state(future, other):
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _copy_to_thread(other, future)

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if dest_loop is not None and dest_loop.is_closed() and destination.cancelled():
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _get_loop(future):
    # Of whatever is like a future.
    try:
        get_loop = future.get_loop
    except AttributeError:
        return future._loop
    return get_loop()


def _loop_of(future, which):
    import concurrent.futures
    if isfuture(future):
        return future.get_loop()
    if not isinstance(future, concurrent.futures.Future):
        raise TypeError(f'A future is required for {which} argument')
    return None


def _copy_future_state(source, dest):
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_as_of_loops(exception))


def _copy_to_thread(source, dest):
    assert source.done()
    if source.cancelled():
        dest.cancel()
    if not dest.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_as_of_loops(exception))


def _as_of_loops(exception):
    """The two packages have classes of their own for the same errors."""
    import concurrent.futures
    if type(exception) is concurrent.futures.CancelledError:
        return CancelledError(*exception.args).with_traceback(exception.__traceback__)
    if type(exception) is concurrent.futures.InvalidStateError:
        return InvalidStateError(*exception.args).with_traceback(exception.__traceback__)
    return exception
