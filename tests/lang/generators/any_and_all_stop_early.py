def g(*values):
    for v in values:
        print('see', v)
        yield v


print(any(g(0, 1, 2)))
print(all(g(1, 0, 2)))
print(1 in g(3, 1, 2))
it = g(5, 6)
print(dict(zip(it, 'a')), list(it))
