value = 5
del value
try:
    value
except NameError as error:
    print(error)


def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        return str(error)


print(f())
