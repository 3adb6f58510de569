print('a b  c '.split(), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), ''.split(), ''.split(','))
print('a b c'.rsplit(None, 1), 'k=v=w'.rsplit('=', 1), 'one\ntwo\r\nthree\n'.splitlines(), 'a\nb'.splitlines(True))
print(', '.join(['x', 'y']), '-'.join('abc'), ''.join([]), '/'.join(str(i) for i in range(3)))
try:
    'a'.split('')
except ValueError as error:
    print(error)
