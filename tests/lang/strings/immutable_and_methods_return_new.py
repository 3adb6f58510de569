s = 'abc'
t = s
s += 'd'
print(s, t, s.upper(), s)
print('a,b'.split(',')[1].join('xyz').title().center(11, '~'))
