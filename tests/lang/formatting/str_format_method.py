print('{} {}'.format('a', 1), '{1} {0} {1}'.format('x', 'y'), '{name}: {n:>4}'.format(name='k', n=7))
print('{0[1]} {1.real} {0!r:>8}'.format(['a', 'b'], 5), '{:{}}'.format('x', 4) + '|', '{{}}'.format())
try:
    '{} {}'.format(1)
except IndexError as error:
    print(error)
try:
    '{a}'.format(b=1)
except KeyError as error:
    print(repr(error))
