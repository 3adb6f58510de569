def gen():
    yield 1


g = gen()
print(g.__name__, g.__qualname__, type(g), iter(g) is g)
print(repr(g).startswith('<generator object gen at 0x'))
print(repr(x for x in ()).startswith('<generator object <genexpr> at 0x'))
print(g.gi_running, g.gi_frame is None, g.gi_yieldfrom)
list(g)
print(g.gi_frame)
