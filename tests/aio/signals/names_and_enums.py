import signal

print(signal.SIGINT, repr(signal.SIGINT), int(signal.SIGTERM), signal.Signals(15))
print(signal.strsignal(signal.SIGTERM), signal.strsignal(2), signal.strsignal(9))
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.default_int_handler)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(repr(signal.getsignal(signal.SIGTERM)))
print(signal.SIGKILL in signal.valid_signals(), len(signal.valid_signals()))
print(signal.Signals.SIGUSR1.name, signal.SIGUSR1.value, signal.SIGHUP == 1, signal.NSIG)
print([s.name for s in signal.Signals][:8])
