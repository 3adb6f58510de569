"""Greedy, lazy and possessive."""
import re
text = '<a><bb>'
for q in ('*', '+', '?', '*?', '+?', '??', '{1}', '{1,2}', '{,2}', '{1,}', '{1,2}?', '*+', '++', '?+', '{1,2}+'):
    print(q, re.findall('<.' + q + '>', text), re.match('a' + q, 'aaa'), re.match('a' + q + 'a', 'aaa'))
print(re.findall('a{,}', 'aab'), re.findall('a{x}', 'a{x}'), re.findall('a{2,', 'a{2,'), re.findall('x{}', 'x{}'), re.findall('(?:ab){2}', 'abab'))
print(re.match('(a|b)*', 'abba').group(1), re.match('(?:(a)|b)*', 'ab').groups(), re.match('(a?)*?$', 'aa').span())
