a, b = iter([1, 2, 3]), iter('x')
print(list(zip(a, b)), next(a))
a, b = iter([1, 2, 3]), iter('x')
print(list(zip(b, a)), next(a))
