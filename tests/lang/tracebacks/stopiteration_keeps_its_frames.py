# An uncaught StopIteration that comes through next() shows where it was raised.
import itertools
import sys
import traceback

xs = [1, 2, 3]


def stop(*a):
    raise StopIteration(7)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(3)


def inner():
    stop()
def chain():
    next(map(lambda x: inner(), xs))
try: chain()
except StopIteration: traceback.print_exc(file=sys.stdout)
def chain2():
    next(It())
try: chain2()
except StopIteration: traceback.print_exc(file=sys.stdout)
def gen():
    yield 1
    return 5
g = gen(); next(g)
try: next(g)
except StopIteration: traceback.print_exc(file=sys.stdout)
try: It().__next__()
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(filter(lambda x: next(It()), xs))
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(zip(map(lambda x: next(It()), xs)))
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(itertools.chain(map(lambda x: next(It()), xs)))
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(itertools.takewhile(lambda x: next(It()), xs))
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(iter(lambda: next(It()), 3))
except StopIteration: traceback.print_exc(file=sys.stdout)
try: next(enumerate(It()))
except StopIteration as e: traceback.print_exc(file=sys.stdout); print(e.value)
def caller():
    next(It())
caller()
