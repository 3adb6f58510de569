print(type(1), type('a'), type(None), type([]), type(print), type(lambda: 0), type(type), type(range(0)), type({}.keys()), type(iter([])), type(x for x in []))
print(int.__name__, (3).__class__, type('a').__name__, str(dict), [list, tuple], type(Exception()), type(NotImplemented), type(...))
