"""Named groups and references to them."""
import re
p = re.compile(r'(?P<quote>[\'"])(?P<text>.*?)(?P=quote)')
print(p.groupindex, dict(p.groupindex), p.groups, p.findall('say "it\'s" and \'ok\''))
m = p.search('x = "hello"')
print(m['text'], m.group('quote', 'text'), m.span('text'), m.groupdict(), m.lastgroup)
print(re.match(r'(?P<año>\d+)', '2025').groupdict(), re.sub('(?P<x>a)', r'\g<x>\g<x>', 'a'))
try:
    p.groupindex['new'] = 1
except TypeError as error:
    print(error)
