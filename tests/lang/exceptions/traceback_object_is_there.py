def f():
    raise ValueError('x')


try:
    f()
except ValueError as error:
    tb = error.__traceback__
    print(tb is not None, tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    other = error.with_traceback(None)
    print(other is error, error.__traceback__)
