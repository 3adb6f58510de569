def g():
    for c in 'xyz':
        print('give', c)
        yield c


print(*g(), sep='+')
print([0, *g()])
print(max(g()))
