def f():
    try:
        g()
    finally:
        print('f cleans up')


def g():
    with Guard():
        raise KeyError('missing')


class Guard:
    def __enter__(self):
        print('enter')

    def __exit__(self, *args):
        print('exit')


f()
