try:
    print(missing)
except NameError as error:
    print(error)


def f():
    return also_missing


try:
    f()
except NameError as error:
    print(error, error.name)
