import threading
import time

t = threading.Thread(target=time.sleep, args=(2,))
t.start()
t.join(2)
print(time.monotonic(), t.is_alive())
u = threading.Thread(target=time.sleep, args=(0.3,))
u.start()
u.join(0.1)
u.join(0.1)
u.join(0.1)
print(round(time.monotonic(), 6), u.is_alive())
