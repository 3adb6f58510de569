import _thread
import threading

seen = []


def work():
    seen.append(threading.get_ident())
    print(threading.get_ident() == threading.current_thread().ident == _thread.get_ident(),
          threading.get_native_id() == threading.current_thread().native_id)


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
work()
print(seen[3] == threading.main_thread().ident, seen[3] not in seen[:3])
