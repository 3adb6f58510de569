print('[' + 'x'.ljust(4) + ']', '[' + 'x'.rjust(4, '.') + ']', '[' + 'ab'.center(7, '*') + ']', '-5'.zfill(4), '7'.zfill(3))
print(repr('a\tb\tc'.expandtabs(4)), 'long'.ljust(2))
