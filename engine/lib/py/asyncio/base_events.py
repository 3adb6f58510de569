"""The part of the event loop that consists of coroutines and callbacks."""

from _asyncio import (EventLoop as _EventLoop, _know_asyncgen, _running_handle, _set_refusals,
                      _take_asyncgens, isfuture)
from . import coroutines, events, futures, tasks, timeouts
from .coroutines import iscoroutine, iscoroutinefunction
from .later import refuse
from .server import Server
from ._words import logger, report_lines

__all__ = ('BaseEventLoop', 'Server')


def _call_handler(handler, loop, context):
    # In the context of the thing that the report is about.
    thing = context.get('task') or context.get('future') or context.get('handle')
    own = thing.get_context() if hasattr(thing, 'get_context') else None
    if hasattr(own, 'run'):
        own.run(handler, loop, context)
    else:
        handler(loop, context)


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        exc = fut.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return  # run_forever() was left already
    fut.get_loop().stop()


class BaseEventLoop(_EventLoop, events.AbstractEventLoop):

    def __init__(self):
        if coroutines._is_debug_mode():
            self.set_debug(True)

    def _create_by_factory(self, coro, name, context):
        # The variable `task` is in the frame as in CPython: a traceback that keeps the frame keeps
        # the task. A name None is set too.
        if context is None:
            task = self.get_task_factory()(self, coro)
        else:
            task = self.get_task_factory()(self, coro, context=context)
        task.set_name(name)
        return task

    _default_executor = None
    _executor_shutdown_called = False

    def set_debug(self, enabled):
        self._set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    def close(self):
        if self.get_debug() and not self.is_running() and not self.is_closed():
            logger.debug('Close %r', self)
        super().close()
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def default_exception_handler(self, context):
        error = context.get('exception')
        handle = _running_handle(self)
        if 'source_traceback' not in context and handle is not None:
            places = handle._source_traceback
            if places:
                context['handle_traceback'] = places
        exc_info = error is not None and (type(error), error, error.__traceback__)
        logger.error('\n'.join(report_lines(context)), exc_info=exc_info)

    def call_exception_handler(self, context):
        handler = self.get_exception_handler()
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                _call_handler(handler, self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is None:
                logger.error('Exception in default exception handler', exc_info=True)
            else:
                self._handler_failed(error, context)

    def _handler_failed(self, error, context):
        try:
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler',
                'exception': error,
                'context': context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.error('Exception in default exception handler while handling an unexpected '
                         'error in custom exception handler', exc_info=True)

    def _tell_slow(self, whose, seconds):
        logger.warning('Executing %s took %.3f seconds', repr(whose), seconds)

    def run_until_complete(self, future):
        self._check_runnable()
        made_here = not isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if made_here:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if made_here and future.done() and not future.cancelled():
                future.exception()  # it is known to whoever sees this one
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    async def shutdown_asyncgens(self):
        closing = _take_asyncgens(self)
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing],
                                     return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of '
                               f'asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    def _check_callback(self, callback, method):
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')

    def run_in_executor(self, executor, func, *args):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')
        if self.get_debug():
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if self._default_executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            executor = self._default_executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        from threading import Thread
        joined = self.create_future()
        thread = Thread(target=self._do_shutdown, args=(joined,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await joined
        except TimeoutError:
            from warnings import warn
            warn('The executor did not finishing joining its threads within '
                 f'{timeout} seconds.', RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    # What sys.get_asyncgen_hooks() shows while it runs; set, they are the loop itself again.

    def _asyncgen_firstiter_hook(self, agen):
        _know_asyncgen(self, agen, True)

    def _asyncgen_finalizer_hook(self, agen):
        _know_asyncgen(self, agen, False)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())


def _refusals():
    """Methods of a closed loop: their frames, kept by the error, keep what they were given."""

    def _check_closed(self):
        raise RuntimeError('Event loop is closed')

    def call_soon(self, callback, args, context):
        _check_closed(self)

    def call_at(self, callback, args, context):
        _check_closed(self)

    def call_soon_threadsafe(self, callback, args, context):
        _check_closed(self)

    def create_task(self, coro, name, context):
        _check_closed(self)

    return call_soon, call_at, call_soon_threadsafe, create_task

_set_refusals(_refusals())
