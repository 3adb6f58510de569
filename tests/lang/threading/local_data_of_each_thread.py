import threading
import time


class Named(threading.local):
    kind = 'class'

    def __init__(self, start):
        self.count = start


data = threading.local()
data.x = 'main'
named = Named(10)


def work(n):
    print(n, hasattr(data, 'x'), named.count, named.kind)
    data.x = n
    named.count += n
    time.sleep(1)
    print(n, data.x, named.count, sorted(data.__dict__))
    del data.x
    try:
        data.x
    except AttributeError as error:
        print(error)


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(data.x, named.count)
