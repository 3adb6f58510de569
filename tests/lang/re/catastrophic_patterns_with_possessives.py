"""Possessive quantifiers make hopeless texts cheap."""
import re
text = 'a' * 40 + '!'
print(re.match('(?:a++)+$', text), re.match('(?>a+)+$', text), re.fullmatch('a*+b', text), re.search('(?>a*)c', text))
print(len(re.findall('a', 'a' * 5000)), re.sub('a+', 'b', 'a' * 5000 + 'c'), re.match('(?:a|b)*', 'ab' * 2000).end())
