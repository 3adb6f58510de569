a = []
b = a
print(a is b, a is not [], None is None, True is True, (a is a[:]), id(a) == id(b), type(None) is type(None))
