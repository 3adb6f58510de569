"""VERBOSE patterns with comments and white space."""
import re
number = re.compile(r"""
    (?P<sign> [+-] )?      # a sign
    (?P<whole> \d+ )       # digits
    (?: \. (?P<part> \d* ) )?   # [a fraction] (may be empty)
    [ ]\#\ end
""", re.VERBOSE)
for text in ('-12.50 # end', '7 # end', '7.# end', '+1. # end'):
    m = number.match(text)
    print(text, m and m.groupdict())
print(re.findall('(?x) a b # c', 'ab abc'), re.findall('(?x: a b ) c', 'ab c'), re.findall('(?x)a (?-x: b)', 'a b'), re.findall('a b', 'ab', re.X))
