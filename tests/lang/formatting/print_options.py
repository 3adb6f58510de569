print('a', 'b', sep='')
print('a', 'b', sep=', ', end='!\n')
print()
print('x', end='')
print('y', flush=True)
print(1, None, True, [1, 'a'], ('t',), {'k': 1.0}, sep='|')
print(*[], sep='-')
print('multi\nline', end='\n\n')
try:
    print('a', sep=1)
except TypeError as error:
    print(error)
