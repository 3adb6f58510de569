import threading


def hook(args):
    raise KeyError('hook')


def work():
    raise ValueError('work')


threading.excepthook = hook
t = threading.Thread(target=work)
t.start()
t.join()
print('end')
