"""Where each of the three looks."""
import re
for pattern in ('a+', 'b', 'a+b', '', 'x*', 'b$'):
    for function in (re.match, re.search, re.fullmatch):
        print(pattern, function.__name__, function(pattern, 'aab'))
p = re.compile('o')
print(p.match('dog'), p.match('dog', 1), p.search('dog', 2), p.fullmatch('dog', 1, 2), p.search('dog', 0, 1))
print(re.compile('^b').search('ab', 1), re.compile('(?<=a)b').search('ab', 1), re.compile('a$').search('aab', 0, 2))
