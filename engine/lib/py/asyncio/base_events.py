"""The part of the event loop that consists of coroutines and callbacks."""

from _asyncio import EventLoop as _EventLoop, _take_asyncgens, isfuture
from . import tasks
from .later import refuse

__all__ = ('BaseEventLoop',)


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        exc = fut.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return  # run_forever() was left already
    fut.get_loop().stop()


class BaseEventLoop(_EventLoop):

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

    async def shutdown_default_executor(self, timeout=None):
        pass

    for _name in ('run_in_executor', 'set_default_executor', 'add_signal_handler',
                  'remove_signal_handler', 'add_reader', 'remove_reader', 'add_writer',
                  'remove_writer', 'create_connection', 'create_server', 'getaddrinfo',
                  'connect_read_pipe', 'connect_write_pipe', 'subprocess_exec',
                  'subprocess_shell'):
        locals()[_name] = refuse(_name, 'loop.')
    del _name
