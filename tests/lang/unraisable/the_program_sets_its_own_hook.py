import sys


def hook(seen):
    print('hook', seen.exc_type.__name__, seen.exc_value, seen.err_msg, type(seen.object).__name__,
          seen.exc_traceback.tb_lineno, type(seen).__name__)


class Noisy:
    def __del__(self):
        raise ValueError('in del')


def unruly():
    try:
        yield
    finally:
        raise KeyError('gen')


sys.unraisablehook = hook
noisy = Noisy()
del noisy
generator = unruly()
next(generator)
del generator
print(sys.__unraisablehook__ is not hook)
sys.unraisablehook = sys.__unraisablehook__
noisy = Noisy()
del noisy


def broken(seen):
    raise RuntimeError('the hook itself')


sys.unraisablehook = broken
noisy = Noisy()
del noisy
sys.unraisablehook = None
noisy = Noisy()
del noisy


def kept(seen):
    kept.args = seen


sys.unraisablehook = kept
noisy = Noisy()
del noisy
print(kept.args.exc_value, len(kept.args))
sys.__unraisablehook__(kept.args)
try:
    sys.__unraisablehook__(1)
except TypeError as error:
    print(error)
