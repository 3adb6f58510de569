import sys, traceback, warnings

def a(): b()
def b(): raise ValueError('deep')
try: a()
except ValueError as e:
    print(traceback.format_exc(), end=''); print(traceback.format_exception_only(e), len(traceback.format_tb(e.__traceback__)), traceback.extract_tb(e.__traceback__)[-1].name, [f.lineno for f in traceback.extract_tb(e.__traceback__)])
    print(''.join(traceback.format_exception(type(e), e, e.__traceback__)) == traceback.format_exc())
    traceback.print_exc(file=sys.stdout)
    print(''.join(traceback.format_tb(e.__traceback__)), end='')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('careful'); warnings.warn('dep', DeprecationWarning)
    print(len(w), w[0].category.__name__, w[0].message, w[1].category)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('now error', RuntimeWarning)
    except RuntimeWarning as e: print('raised', e)
