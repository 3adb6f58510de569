s = 'banana'
print(s.find('an'), s.find('an', 2), s.rfind('an'), s.find('x'), s.index('n'), s.count('a'), s.count('ana'), s.count(''))
print('nan' in s, 'x' not in s, '' in s)
