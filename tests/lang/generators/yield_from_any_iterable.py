def chain(*iterables):
    for it in iterables:
        yield from it


print(list(chain('ab', [1, 2], range(2), {'k': 0}, (x for x in 'z'))))
