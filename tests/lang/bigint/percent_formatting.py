"""The % operator with large ints."""
n = 10 ** 25 + 1
print('%d|%i|%x|%X|%o|%#x|%#o' % (n, -n, n, n, n, -n, n))
print('%30d|%-30d|%030d|%+d|% d|%.30d' % (n, n, -n, n, n, n))
print('%s %r %a' % (n, -n, n), '%e %g %.1f' % (n, n, n), '%d' % 1e25)
for text, value in (('%c', n), ('%f', 10 ** 400), ('%*d', (n, 1))):
    try:
        print(text % value)
    except OverflowError as error:
        print(error)
