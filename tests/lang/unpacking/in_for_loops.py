pairs = [(1, ('a', 'b')), (2, ('c', 'd'))]
for n, (x, y) in pairs:
    print(n, x, y)
for head, *tail in ['abc', 'd', 'ef']:
    print(head, tail)
