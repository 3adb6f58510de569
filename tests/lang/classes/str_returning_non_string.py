class Bad:
    def __str__(self):
        return 5


try:
    str(Bad())
except TypeError as error:
    print(error)
try:
    print(Bad())
except TypeError as error:
    print(error)
