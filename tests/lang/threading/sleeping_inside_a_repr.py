import threading
import time


class Slow:
    def __repr__(self):
        time.sleep(1)
        return 'slow'


print([Slow()], time.monotonic())
t = threading.Thread(target=print, args=('thread',))
t.start()
t.join()
print([Slow()], time.monotonic())
