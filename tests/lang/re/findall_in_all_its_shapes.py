"""findall gives texts, or tuples where there are several groups."""
import re
print(re.findall(r'\bf[a-z]*', 'which foot or hand fell fastest'))
print(re.findall(r'(\w+)=\d+', 'set width=20 and height=10'))
print(re.findall(r'(\w+)=(\d+)', 'set width=20 and height=10'))
print(re.findall(r'(a)|(b)', 'abc'), re.findall('x*', 'axxb'), re.findall('', 'ab'), re.findall('q', 'ab'))
print(re.compile('a').findall('banana', 2), re.compile('a').findall('banana', 2, 4), re.compile('(a)(n)?').findall('banana'))
