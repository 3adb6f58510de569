import signal


def handler(number, frame):
    print('handler', signal.Signals(number).name, frame is not None)


def send():
    signal.raise_signal(signal.SIGUSR1)


print(repr(signal.signal(signal.SIGUSR1, handler)))
send()
print(signal.getsignal(signal.SIGUSR1) is handler)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
send()
print(repr(signal.getsignal(signal.SIGUSR1)))
print(repr(signal.signal(signal.SIGINT, signal.SIG_DFL)))
