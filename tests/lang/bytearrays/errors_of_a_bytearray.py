def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


b = bytearray(b"abc")
attempt(lambda: b[5])
attempt(lambda: b["x"])
attempt(lambda: b.__setitem__(0, 256))
attempt(lambda: b.__setitem__(9, 1))
attempt(lambda: b.append(300))
attempt(lambda: b.append("x"))
attempt(lambda: b.remove(1))
attempt(lambda: bytearray().pop())
attempt(lambda: b.pop(7))
attempt(lambda: b + "x")
attempt(lambda: bytearray("x"))
attempt(lambda: bytearray(-1))
attempt(lambda: bytearray([256]))
attempt(lambda: hash(b))
attempt(lambda: b.__setitem__(slice(0, 3, 2), b"abc"))
attempt(lambda: b.extend(5))
attempt(lambda: b.index(b"z"))
attempt(lambda: b.unknown)
print(b)


class Named(bytearray):
    pass


named = Named(b"xy")
named.label = "z"
print(named, named.label, type(named + b"q").__name__, named[0], Named.mro())
it = iter(b)
next(it)
b.append(5)
print(list(it))
