import threading


def child():
    print(threading.current_thread().daemon)


def parent():
    t = threading.Thread(target=child)
    u = threading.Thread(target=child, daemon=False)
    print(threading.current_thread().daemon, t.daemon, u.daemon)
    t.start()
    u.start()
    t.join()
    u.join()


for daemon in (True, False):
    t = threading.Thread(target=parent, daemon=daemon)
    t.start()
    t.join()
