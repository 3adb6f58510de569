import atexit


@atexit.register
def first():
    print('registered first, runs last')


def gone():
    print('never')


def fails():
    return 1 / 0


atexit.register(gone)
atexit.register(fails)
atexit.register(print, 'with', 'arguments', sep='-')
atexit.unregister(gone)
try:
    atexit.register('no function')
except TypeError as error:
    print(error)
print('main ends')
