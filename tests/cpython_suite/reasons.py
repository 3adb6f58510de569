"""Why a method of CPython's asyncio tests does not pass in the engine, by the place where it is
written. A method without an entry is listed with what it failed with."""

_TYPES = ('`_register_task()` and its like serve other task types than asyncio.Task; the engine has '
          'one, and no registry beside it')
_INTROSPECTION = ('test__enter_task', 'test__enter_task_failure', 'test__leave_task',
                  'test__leave_task_failure1', 'test__register_task_1', 'test__register_task_2',
                  'test__register_task_3', 'test__unregister_task',
                  'test__unregister_task_not_registered')

REASONS = {
    **{f'test_tasks.BaseTaskIntrospectionTests.{name}': _TYPES for name in _INTROSPECTION},
    'test_tasks.BaseTaskTests.test_error_in_call_soon':
        "puts a function of its own into one loop's `call_soon`; the engine's tasks enter the queue "
        'without it',
    'test_tasks.BaseTaskTests.test_log_destroyed_pending_task':
        'the task lives in a circle of references that only the cycle collector ends; the engine '
        'counts references, as semantics asks for',
    'test_tasks.GenericTaskTests.test_asyncio_module_compiled':
        'looks for the C modules of CPython: `_functools`, `_json`, `_pickle`',
    'test_futures.BaseFutureTests.test_copy_state': 'private: `asyncio.futures._copy_future_state`',
    'test_futures.BaseFutureTests.test_isfuture':
        'a mock whose `__class__` says Future is not taken for a future',
    'test_futures.CFutureTests.test_future_iter_get_referents_segfault':
        '`gc.get_referents()` of the C module',
    'test_runners.RunTests.test_asyncio_run_debug':
        'replaces the private `asyncio.coroutines._is_debug_mode`',
    'test_runners.RunnerTests.test_interrupt_call_soon':
        'a task polls with `sleep(0)` until a timer fires: in virtual time computing costs nothing, '
        'so the timer is never due, and the run is stopped as polling',
    'test_pep492.CoroutineTests.test_types_coroutine': 'private: `types._GeneratorWrapper`',
}
