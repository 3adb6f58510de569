def f():
    try:
        raise ValueError('again')
    except ValueError:
        print('logging')
        raise


try:
    f()
except ValueError as error:
    print('caught', error)
try:
    raise
except RuntimeError as error:
    print(error)
