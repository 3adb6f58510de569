"""Why a method of CPython's asyncio tests does not pass in the engine, by the place where it is
written. A method without an entry is listed with what it failed with."""

REASONS = {
    'test_tasks.BaseTaskTests.test_error_in_call_soon':
        "puts a function of its own into one loop's `call_soon`; the engine's tasks enter the queue "
        'without it',
    'test_tasks.BaseTaskTests.test_log_destroyed_pending_task':
        'the task lives in a circle of references that only the cycle collector ends; the engine '
        'counts references, as semantics asks for',
    'test_tasks.GenericTaskTests.test_asyncio_module_compiled':
        'looks for the C modules of CPython: `_functools`, `_json`, `_pickle`',
    'test_futures.CFutureTests.test_future_iter_get_referents_segfault':
        '`gc.get_referents()` of the C module',
    'test_runners.RunnerTests.test_interrupt_call_soon':
        'a task polls with `sleep(0)` until a timer fires: in virtual time computing costs nothing, '
        'so the timer is never due, and the run is stopped as polling',
}
