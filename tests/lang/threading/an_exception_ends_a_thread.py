import threading


def work(n):
    return 10 / n


t = threading.Thread(target=work, args=(0,))
t.start()
t.join()
print('main goes on', t.is_alive())
u = threading.Thread(target=work, args=('x',), name='named')
u.start()
u.join()
