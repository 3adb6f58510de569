class Bad:
    def __iter__(self):
        return [1]


try:
    for x in Bad():
        pass
except TypeError as error:
    print(error)
