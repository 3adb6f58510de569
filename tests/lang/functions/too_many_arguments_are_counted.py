def none():
    pass


def one(a):
    pass


def some(a, b=1):
    pass


for function, args in [(none, (1,)), (one, (1, 2, 3)), (some, (1, 2, 3))]:
    try:
        function(*args)
    except TypeError as error:
        print(error)
