class A:
    def __enter__(self):
        print('A in')

    def __exit__(self, *args):
        print('A out', args[0].__name__)


class B:
    def __enter__(self):
        raise ValueError('B fails')

    def __exit__(self, *args):
        print('never')


try:
    with A(), B():
        print('never')
except ValueError as error:
    print(error)
