"""Futures: helpers around the type in C."""

from _asyncio import Future, isfuture

__all__ = ('Future', 'isfuture')


def _set_result_unless_cancelled(fut, result):
    # The timer of sleep() may fire when the sleeper was cancelled in the same iteration.
    if not fut.cancelled():
        fut.set_result(result)
