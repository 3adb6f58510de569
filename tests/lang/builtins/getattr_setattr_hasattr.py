class A:
    x = 1


a = A()
setattr(a, 'y', 2)
print(getattr(a, 'x'), getattr(a, 'y'), getattr(a, 'z', None), hasattr(a, 'x'), hasattr(a, 'z'), callable(A), callable(a))
for name in ('upper', 'nothing'):
    print(name, hasattr('s', name), getattr('s', name, lambda: 'none')())
