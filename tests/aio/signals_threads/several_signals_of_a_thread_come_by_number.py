import signal
import threading
import time

for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP):
    signal.signal(number, lambda number, frame: print(signal.Signals(number).name))


def work():
    for number in (signal.SIGUSR2, signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP):
        signal.raise_signal(number)


threading.Thread(target=work).start()
time.sleep(1)
print('end')
