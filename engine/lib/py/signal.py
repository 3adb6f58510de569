"""Signals by name: a program sends them to itself, and a lesson's world sends them to it."""

import _signal
from enum import IntEnum as _IntEnum
from functools import wraps as _wraps
from _signal import NSIG, default_int_handler, raise_signal, strsignal

ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError

Signals = _IntEnum('Signals', [(name, number) for name, number, _ in _signal._table()]
                   + [('SIGCLD', 17), ('SIGPOLL', 29), ('SIGIOT', 6)], module=__name__)
Handlers = _IntEnum('Handlers', [('SIG_DFL', 0), ('SIG_IGN', 1)], module=__name__)
Sigmasks = _IntEnum('Sigmasks', [('SIG_BLOCK', 0), ('SIG_UNBLOCK', 1), ('SIG_SETMASK', 2)],
                    module=__name__)
for _kind in (Signals, Handlers, Sigmasks):
    globals().update(_kind.__members__)
del _kind


def _named(value, kind):
    # A number by its name, where it has one.
    if not isinstance(value, int):
        return value
    try:
        return kind(value)
    except ValueError:
        return value


@_wraps(_signal.signal)
def signal(signalnum, handler):
    return _named(_signal.signal(signalnum, handler), Handlers)


@_wraps(_signal.getsignal)
def getsignal(signalnum):
    return _named(_signal.getsignal(signalnum), Handlers)


@_wraps(_signal.valid_signals)
def valid_signals():
    return {_named(number, Signals) for number in _signal.valid_signals()}


def siginterrupt(signalnum, flag, /):
    _signal._check_number(signalnum)


def _refuse(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(f"Coroscope does not offer signal.{name}(): signals come from "
                                  "the program itself or from the lesson's world")

    refused.__name__ = refused.__qualname__ = name
    return refused


for _name in ('alarm', 'getitimer', 'setitimer', 'pause', 'pthread_kill', 'pthread_sigmask',
              'set_wakeup_fd', 'sigpending', 'sigwait', 'sigwaitinfo', 'sigtimedwait',
              'pidfd_send_signal'):
    globals()[_name] = _refuse(_name)
del _name
