def outer():
    """The outer one."""

    def inner():
        pass

    return inner


class Box:
    def put(self):
        'Puts.'


print(outer.__name__, outer.__doc__)
print(outer().__qualname__, outer().__doc__)
print(Box.put.__qualname__, Box().put.__name__, Box.put.__doc__)
