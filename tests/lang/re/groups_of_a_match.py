"""All ways to ask a match for its groups."""
import re
m = re.match(r'(?P<first>\w+) (?P<last>\w+)(?: (\d+))?', 'Isaac Newton, physicist')
print(m.group(), m.group(0), m.group(1), m.group(1, 2), m.group('first', 'last', 3), m['last'], m[0], m[3])
print(m.groups(), m.groups('none'), m.groupdict(), m.lastindex, m.lastgroup)
print(m.start(), m.end(), m.span(), m.start(2), m.end('last'), m.span(3), m.regs)
print(m.string, m.re.pattern, m.pos, m.endpos, m.expand(r'\2, \g<first>'))
for group in (4, 'nobody', -1, 2.5, None):
    try:
        print(m.group(group))
    except IndexError as error:
        print(error)
