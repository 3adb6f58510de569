import signal
import threading
import time


def work():
    signal.raise_signal(signal.SIGCHLD)
    try:
        signal.signal(signal.SIGUSR1, print)
    except ValueError as error:
        print(error)
    time.sleep(1)
    print('the last line')
    signal.raise_signal(signal.SIGTERM)
    print('not printed')


threading.Thread(target=work).start()
time.sleep(2)
print('not printed either')
