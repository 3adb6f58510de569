class A:
    pass


print([type(x).__name__ for x in (1, 1.0, 'a', b'', [], (), {}, set(), None, True, A(), A, len, print, range(1))])
print(type(1) is int, type(True) is int, isinstance(True, int), type(A()) is A)
