"""The part of the loop that runs callbacks for signals."""

import _signal
from .coroutines import iscoroutine, iscoroutinefunction

_EINVAL = 22


def _sighandler_noop(signum, frame):
    pass  # the loop is told by its pipe


class SignalLoop:

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in _signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    def add_signal_handler(self, sig, callback, *args):
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._check_signal(sig)
        self._check_closed()
        try:
            _signal._set_wakeup(self)
        except ValueError as error:
            raise RuntimeError(str(error))
        handlers = self.__dict__.setdefault('_signal_handlers', {})
        handlers[sig] = self._new_handle(callback, args)
        try:
            _signal.signal(sig, _sighandler_noop)
        except OSError as error:
            del handlers[sig]
            if not handlers:
                _signal._set_wakeup(None)
            if error.errno == _EINVAL:
                raise RuntimeError(f'sig {sig} cannot be caught')
            raise

    def remove_signal_handler(self, sig):
        self._check_signal(sig)
        handlers = self.__dict__.get('_signal_handlers')
        if not handlers or sig not in handlers:
            return False
        del handlers[sig]
        default = sig == _signal.SIGINT
        _signal.signal(sig, _signal.default_int_handler if default else _signal.SIG_DFL)
        if not handlers:
            _signal._set_wakeup(None)
        return True

    def _signal_came(self, number):
        self.__dict__.setdefault('_signals', []).append(number)
        self._notice_signal()

    def _read_from_self(self):
        numbers, self._signals = self._signals, []
        for number in numbers:
            handle = self._signal_handlers.get(number)
            if handle is None:
                continue
            if handle.cancelled():
                self.remove_signal_handler(number)
            else:
                self._add_signal_handle(handle)

    def close(self):
        super().close()
        for sig in list(self.__dict__.get('_signal_handlers', ())):
            self.remove_signal_handler(sig)
