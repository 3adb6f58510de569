def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


B = 2 ** 70
r = range(B, B + 10, 3)
for what in (
    lambda: r, lambda: len(r), lambda: list(r), lambda: r[0], lambda: r[-1], lambda: r[4],
    lambda: r[1:], lambda: r[::-1], lambda: r[:2], lambda: r[5:1:-2], lambda: B in r, lambda: B + 1 in r,
    lambda: r.index(B + 6), lambda: r.index(B + 1), lambda: r.count(B + 9), lambda: r.count(0),
    lambda: list(reversed(r)), lambda: (r.start, r.stop, r.step), lambda: bool(r),
    lambda: range(B), lambda: len(range(B)), lambda: range(B)[-1], lambda: range(B)[B], lambda: range(B)[2 ** 65],
    lambda: range(B)[::2 ** 60], lambda: range(B)[5:-5], lambda: range(-B, B, B), lambda: list(range(-B, B, B)),
    lambda: list(range(B, -B, -B)), lambda: range(B, -B, -B).index(0), lambda: 0 in range(-B, B, B),
    lambda: range(B) == range(B), lambda: range(B) == range(B + 1), lambda: range(0, 5, B) == range(0, 1),
    lambda: hash(range(0, 5, B)) == hash(range(0, 1)), lambda: {range(0, 5, B): 1}[range(1)],
    lambda: type(iter(r)).__name__, lambda: next(iter(range(B, B * 2))), lambda: 1.0 in range(B),
    lambda: True in range(B), lambda: range(B, 0), lambda: list(range(B, 0)), lambda: range(1, B, 0),
    lambda: range(B, 1.5), lambda: len(range(-2 ** 63, 2 ** 63 - 1)), lambda: range(-2 ** 63, 2 ** 63 - 1)[-1],
    lambda: len(range(0, 2 ** 63 - 1)), lambda: range(2 ** 63 - 1)[::2 ** 62], lambda: range(2 ** 62)[::5][::2 ** 62],
    lambda: slice(None, None, -1).indices(B), lambda: slice(1, -1).indices(B), lambda: slice(-B, B, 2).indices(2 ** 66),
    lambda: slice(0, 1).indices(-B), lambda: sum(r), lambda: [x for x in r if x % 2], lambda: tuple(zip(r, 'ab')),
    lambda: iter(r).__length_hint__(), lambda: max(r), lambda: sorted(r, reverse=True)[:1], lambda: range(10)[B:],
    lambda: range(10)[B], lambda: range(B).stop, lambda: {*r} == set(r), lambda: range(2 ** 63).index(2 ** 63),

):
    show(what)
first, *rest = r
print(first, rest)
match r:
    case [a, *_]:
        print(a)
for i in range(2 ** 64, 2 ** 64 + 2):
    print(i)
for i in range(2 ** 63 - 2, 2 ** 63 + 2):
    print(i)
