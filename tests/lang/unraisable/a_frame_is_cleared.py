import sys
import traceback
import weakref


class Thing:
    pass


def fails():
    thing = Thing()
    fails.seen = weakref.ref(thing)
    1 / 0


def numbers():
    yield sys._getframe()
    yield 2


try:
    fails()
except ZeroDivisionError as error:
    kept = error
frame = kept.__traceback__.tb_next.tb_frame
print(sorted(frame.f_locals), fails.seen() is not None)
print(frame.clear(), frame.f_locals, fails.seen())
frame.clear()
print(frame.f_lineno > 0, frame.f_code.co_name)
suspended = next(generator := numbers())
for one in suspended, sys._getframe():
    try:
        one.clear()
    except RuntimeError as error:
        print(error)
print(next(generator))


def again():
    thing = Thing()
    again.seen = weakref.ref(thing)
    fails()


try:
    again()
except ZeroDivisionError as error:
    other = error
print(again.seen() is None, fails.seen() is None)
traceback.clear_frames(other.__traceback__)
print(again.seen() is None, fails.seen() is None)
