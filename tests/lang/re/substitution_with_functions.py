"""A function makes the replacement of each match."""
import re
def dash(m):
    print('asked for', m.group(0), 'at', m.start())
    return ' ' if m.group(0) == '-' else '-'

print(re.sub('-{1,2}', dash, 'pro----gram-files'))
print(re.sub(r'\d+', lambda m: str(int(m[0]) * 2), 'a1b22c333'), re.subn('a', lambda m: '', 'banana', count=2))
print(re.compile('(?P<word>[a-z]+)').sub(lambda m: m['word'].title(), 'the quick fox'))
try:
    re.sub('a', lambda m: 1 / 0, 'cat')
except ZeroDivisionError as error:
    print(error)
try:
    re.sub('a', lambda m: 5, 'cat')
except TypeError as error:
    print(error)
