for i, c in enumerate('abc', 1):
    print(i, c, end=' ')
print()
print(list('héllo'), tuple('ab'), set('a'), dict(zip('ab', 'xy')))
try:
    1 in 'abc'
except TypeError as error:
    print(error)
