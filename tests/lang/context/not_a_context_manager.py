try:
    with 5:
        pass
except TypeError as error:
    print(error)


class Half:
    def __enter__(self):
        pass


try:
    with Half():
        pass
except TypeError as error:
    print(error)
