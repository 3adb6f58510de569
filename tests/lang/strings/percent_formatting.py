print('%s is %d years and %.2f m' % ('Ann', 30, 1.756))
print('%5d|%-5d|%05d|%+d|%x|%X|%o|%e|%g' % (42, 42, 42, 42, 255, 255, 8, 12345.678, 0.0001))
print('%r %s %%' % ('a', 'b'), '%(x)s-%(y)03d' % {'x': 1, 'y': 2}, '%s' % (1,), '%c%c' % ('a', 98), '%10.3s|' % 'abcdef')
try:
    '%d %d' % (1,)
except TypeError as error:
    print(error)
try:
    '%d' % 'x'
except TypeError as error:
    print(error)
try:
    'none' % (1,)
except TypeError as error:
    print(error)
