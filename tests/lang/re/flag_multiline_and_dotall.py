"""^, $ and . with lines."""
import re
text = 'one\ntwo\n\nthree\n'
print(re.findall('^.*$', text, re.M), re.findall('^.*$', text), re.findall('.+', text), re.findall('.+', text, re.S))
print([m.start() for m in re.finditer('^', text, re.M)], [m.start() for m in re.finditer('$', text, re.M)])
print([m.start() for m in re.finditer('$', text)], [m.start() for m in re.finditer(r'\Z', text)], [m.start() for m in re.finditer(r'\A', text, re.M)])
print(re.findall('(?s:.)b', 'a\nb'), re.findall('(?m)^b', 'a\nb'), re.findall('(?s)a.(?-s:.)', 'a\n\n'), re.search('a$', 'a\n'), re.search(r'a\Z', 'a\n'))
