print('a' < 'b', 'Z' < 'a', 'abc' < 'abd', '' < 'a', 'a' * 3, 3 * '-', 'x' * -1 == '', max('hello'), min('hello'))
print('abc' + 'def', sorted('hello'), ''.join(sorted(set('hello'))) == 'ehlo')
