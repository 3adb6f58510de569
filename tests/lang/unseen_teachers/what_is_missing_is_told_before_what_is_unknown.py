attempts = (lambda: pow(a=1), lambda: pow(1), lambda: pow(1, x=2), lambda: pow(x=1, base=2), lambda: pow(x=1, base=2, exp=3),
            lambda: pow(base=2, exp=3, mods=2), lambda: round(x=1), lambda: round(1, digits=2), lambda: enumerate(x=1),
            lambda: enumerate([1], x=2), lambda: enumerate([1], begin=1), lambda: enumerate(start=1), lambda: enumerate(),
            lambda: list(enumerate(iterable='ab', start=3)), lambda: enumerate([1], 2, x=3), lambda: sum(x=1), lambda: sum([1], begin=2),
            lambda: print(1, ends=''), lambda: sorted([1], keys=len), lambda: 'a b'.split(separator=' '),
            lambda: [1].sort(key=None, up=True), lambda: (5).to_bytes(size=2), lambda: str.encode('a', code='utf-8'))
for attempt in attempts:
    try:
        print(attempt())
    except TypeError as error:
        print(error)
