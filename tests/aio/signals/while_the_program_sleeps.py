# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}, {"at": 4, "signal": "SIGINT"}]}
import signal
import time


def handler(number, frame):
    print('got', number, time.monotonic())


print(signal.signal(signal.SIGUSR1, handler))
time.sleep(3)
print('slept on', time.monotonic())
try:
    time.sleep(3)
except KeyboardInterrupt:
    print('woken', time.monotonic())
