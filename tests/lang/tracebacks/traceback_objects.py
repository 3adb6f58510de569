def inner():
    1 / 0


def outer():
    inner()


try:
    outer()
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb:
        print(type(tb).__name__, tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno)
        tb = tb.tb_next
    tb = error.__traceback__
    for wrong in 5, tb:
        try:
            tb.tb_next = wrong
        except (TypeError, ValueError) as problem:
            print(type(problem).__name__, problem)
    try:
        tb.tb_lineno = 3
    except AttributeError as problem:
        print(type(problem).__name__)
    tb.tb_next = tb.tb_next.tb_next
    raise
