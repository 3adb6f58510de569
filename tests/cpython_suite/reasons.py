"""Why a method of CPython's asyncio tests does not pass in the engine, by the place where it is
written. A method without an entry is listed with what it failed with."""

REASONS = {
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
    'test_coroutines.AsyncBadSyntaxTest.test_badsyntax_1':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_coroutines.AsyncBadSyntaxTest.test_badsyntax_2':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_coroutines.AsyncBadSyntaxTest.test_badsyntax_3':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_coroutines.AsyncBadSyntaxTest.test_badsyntax_4':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_coroutines.TokenizerRegrTest.test_oneline_defs':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_asyncgen.AsyncGenSyntaxTest.test_async_gen_syntax_01':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_asyncgen.AsyncGenSyntaxTest.test_async_gen_syntax_02':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_asyncgen.AsyncGenSyntaxTest.test_async_gen_syntax_03':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_asyncgen.AsyncGenSyntaxTest.test_async_gen_syntax_04':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_asyncgen.AsyncGenSyntaxTest.test_async_gen_syntax_05':
        'makes code while it runs (`exec`, `compile`), which the engine leaves out',
    'test_coroutines.CoroutineTest.test_corotype_1':
        'the wording of docstrings',
    'test_coroutines.OriginTrackingTest.test_unawaited_warning_when_module_broken':
        'a hook inside the module `warnings` of CPython',
    'test_generators.FinalizationTest.test_refcycle':
        'a circle of references that only the cycle collector ends',
    'test_generators.GeneratorTest.test_handle_frame_object_in_creation':
        'the thresholds of the cycle collector',
    'test_contextlib_async.TestBaseExitStack.test_exit_exception_traceback':
        'the frames of the library inside a traceback, with their source',
}
