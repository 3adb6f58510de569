"""staggered_race(): start one after the other, the first success wins."""

from _asyncio import get_running_loop
from contextlib import suppress
from . import locks, tasks

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    loop = loop or get_running_loop()
    numbered = enumerate(coro_fns)
    winner_result = winner_index = None
    exceptions = []
    running_tasks = []

    async def run_one_coro(previous_failed):
        nonlocal winner_index, winner_result
        if previous_failed is not None:
            with suppress(TimeoutError):
                await tasks.wait_for(previous_failed.wait(), delay)
        try:
            this_index, coro_fn = next(numbered)
        except StopIteration:
            return
        this_failed = locks.Event()
        running_tasks.append(loop.create_task(run_one_coro(this_failed)))
        exceptions.append(None)
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            exceptions[this_index] = exc
            this_failed.set()  # the next one need not wait for its time
        else:
            assert winner_index is None
            winner_index, winner_result = this_index, result
            for index, task in enumerate(running_tasks):
                if index != this_index:
                    task.cancel()

    running_tasks.append(loop.create_task(run_one_coro(None)))
    try:
        finished = 0
        while finished != len(running_tasks):
            done, _ = await tasks.wait(running_tasks)
            finished = len(done)
            for task in done:
                if task.done() and not task.cancelled() and task.exception():
                    raise task.exception()
        return winner_result, winner_index, exceptions
    finally:
        for task in running_tasks:
            task.cancel()
