import signal

for number, handler in ((signal.SIGKILL, signal.SIG_DFL), (0, signal.SIG_IGN), (99, signal.SIG_IGN),
                        ('a', signal.SIG_IGN), (signal.SIGUSR1, 'handler'), (signal.SIGUSR1, None)):
    try:
        signal.signal(number, handler)
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    signal.getsignal(0)
except ValueError as error:
    print(error)
try:
    signal.default_int_handler()
except (KeyboardInterrupt, TypeError) as error:
    print(type(error).__name__, error)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as error:
    print(repr(error))
