"""What the program does about signals. They reach the main thread, at once."""

import sys
from operator import index as _index

NSIG = 65
SIG_DFL, SIG_IGN = 0, 1
SIGINT = 2
_QUIET = (17, 18, 23, 28)  # by default nothing happens: SIGCHLD, SIGCONT, SIGURG, SIGWINCH
_UNCAUGHT = (9, 19)        # SIGKILL, SIGSTOP
_handlers = {SIGINT: default_int_handler, 13: SIG_IGN, 25: SIG_IGN}
_wakeup = None  # the event loop that is told of each signal


def _check_number(number):
    number = _index(number)
    if not 0 < number < NSIG:
        raise ValueError('signal number out of range')
    return number


def getsignal(signalnum, /):
    return _handlers.get(_check_number(signalnum), SIG_DFL)


def signal(signalnum, handler, /):
    number = _index(signalnum)
    if not callable(handler) and not (isinstance(handler, int) and handler in (SIG_DFL, SIG_IGN)):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, '
                        'or a callable object')
    if not _in_main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    _check_number(number)
    if number in _UNCAUGHT or number in (32, 33):
        raise OSError(22, 'Invalid argument')
    before = _handlers.get(number, SIG_DFL)
    _handlers[number] = handler
    return before


def raise_signal(signalnum, /):
    _send(signalnum, False)


def _send(signalnum, interrupts):
    # interrupts: it is for the process, so it ends what the main thread waits for.
    number = _index(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, 'Invalid argument')
    if not number:
        return
    if _in_main_thread():
        _deliver(number)
    elif not callable(_handlers.get(number, SIG_DFL)):
        _deliver(number)  # ignored, or it ends the process: no code of the program runs
    else:
        if not interrupts:
            _tell_loop(number)
        _tell_main(number, interrupts)


def _tell_loop(number):
    if _wakeup is not None:
        _wakeup._signal_came(number)


def _deliver(number, told=False):
    handler = _handlers.get(number, SIG_DFL)
    if callable(handler):
        if not told:
            _tell_loop(number)
        handler(number, _program_frame())
    elif handler != SIG_IGN and number not in _QUIET:
        _end(number)


def _program_frame():
    # Where the program is; CPython's functions of these modules have no frames.
    frame = sys._getframe()
    while frame is not None and frame.f_globals['__name__'] in ('_signal', '_thread', 'os'):
        frame = frame.f_back
    return frame


def _deliver_tripped(number):
    _deliver(number, told=True)


def valid_signals():
    return {number for number in range(1, NSIG) if number not in (32, 33)}


def strsignal(signalnum, /):
    number = _check_number(signalnum)
    for name, known, text in _table():
        if known == number:
            return text
    return f'Real-time signal {number - 34}' if number > 34 else None


def _set_wakeup(loop):
    global _wakeup
    if not _in_main_thread():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    _wakeup = loop
