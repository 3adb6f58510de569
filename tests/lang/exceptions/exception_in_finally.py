def f():
    try:
        1 / 0
    finally:
        [][1]


try:
    f()
except IndexError as error:
    print(error, '|', error.__context__)
