import contextlib, io
from contextlib import *
@contextmanager
def cm(x):
    print('enter', x)
    try: yield x * 2
    except ValueError as e: print('caught', e)
    finally: print('exit')
with cm(1) as v: print(v)
with cm(2): raise ValueError('bad')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('out', e, e.__context__)
@cm(5)
def deco(): print('in deco')
deco(); deco()
@contextmanager
def no():
    if False: yield
try:
    with no(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
with suppress(ValueError, KeyError): raise KeyError
print('after')
with ExitStack() as st:
    st.callback(print, 'cb1'); st.enter_context(cm('s')); st.push(lambda *a: print('push', a[0]))
    print('body')
try:
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        raise ValueError('first')
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
class C:
    def close(self): print('closed')
with closing(C()) as c: pass
with nullcontext(5) as n: print(n)
buf = io.StringIO()
with redirect_stdout(buf): print('hidden', 1)
print(repr(buf.getvalue()))
