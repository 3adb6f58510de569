"""References and escapes in replacement texts."""
import re
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('(?P<a>x)', r'[\g<a>\g<1>\g<0>]', 'axb'))
print(re.sub('a', r'\n\t\\-\101\0', 'cat').encode(), re.sub('x*', '-', 'abxd'), re.sub('', '.', 'abc'))
print(re.sub('a|(b)', r'<\1>', 'abc'), re.sub('b', r'\g<0>0', 'abc'), re.sub('(a)', r'\g<1>0', 'a'), re.sub('z', 'y', 'abc'))
print(re.sub('[aeiou]', '*', 'education', count=2), re.subn('a', 'b', 'banana'), re.subn('q', 'b', 'banana'))
print(re.sub(r'\s+', ' ', '  a \n b  ').strip(), re.sub('(?i)A', 'b', 'aA'), re.sub('.', r'\.', 'ab'))
