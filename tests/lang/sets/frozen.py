f = frozenset([1, 2, 2])
print(len(f), 1 in f, {f: 'key'}[frozenset((2, 1))], f | {3} == {1, 2, 3}, f == {1, 2}, isinstance(f, frozenset))
try:
    f.add(3)
except AttributeError as error:
    print(error)
