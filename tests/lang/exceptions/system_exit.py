for args in ((), (0,), (3,), ('message',)):
    try:
        raise SystemExit(*args)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
