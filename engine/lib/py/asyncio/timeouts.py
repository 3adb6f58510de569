"""timeout(): cancels the task it is used in when its time is over."""

from _asyncio import current_task as _current_task, get_running_loop as _get_running_loop
from .exceptions import CancelledError

__all__ = ('Timeout', 'timeout', 'timeout_at')

_CREATED, _ENTERED, _EXPIRING, _EXPIRED, _EXITED = (
    'created', 'active', 'expiring', 'expired', 'finished')


class Timeout:

    def __init__(self, when):
        self._state = _CREATED
        self._timeout_handler = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != _ENTERED:
            if self._state == _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        if when is None:
            self._timeout_handler = None
            return
        loop = _get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)
        self._timeout_handler._stands_for(5, self._task, when - loop.time())

    def expired(self):
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        info = [self._state]
        if self._state == _ENTERED:
            when = round(self._when, 3) if self._when is not None else None
            info.append(f'when={when}')
        return f'<Timeout [{self._state}]' + ''.join(' ' + x for x in info[1:]) + '>'

    async def __aenter__(self):
        if self._state != _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = _current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                # Only this timeout asked for the cancellation: it ends here.
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc_val
                self._explain(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for inner in exc_val.exceptions:
                        self._explain(inner)
        elif self._state == _ENTERED:
            self._state = _EXITED
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timeout_handler = None

    @staticmethod
    def _explain(exc):
        # An error raised while the cancellation was handled gets a TimeoutError in its chain.
        while exc.__context__ is not None:
            if isinstance(exc.__context__, CancelledError):
                between = TimeoutError()
                between.__context__ = between.__cause__ = exc.__context__
                exc.__context__ = between
                return
            exc = exc.__context__


def timeout(delay):
    loop = _get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
