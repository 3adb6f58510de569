class Secret:
    def __init__(self):
        self.__key = 42

    def tell(self):
        return self.__key


s = Secret()
print(s.tell(), s._Secret__key)
try:
    s.__key
except AttributeError as error:
    print(error)
print(list(s.__dict__))
