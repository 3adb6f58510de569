class Bad:
    def __init__(self):
        return 5


try:
    Bad()
except TypeError as error:
    print(error)


class NoArgs:
    pass


try:
    NoArgs(1)
except TypeError as error:
    print(error)
