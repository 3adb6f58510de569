"""Flags within the pattern."""
import re
for pattern in ('(?i)a', '(?i)(?s)a.', '(?ims)^a.$', 'x(?i:a)y', '(?i-s:a)', '(?-i:a)b', '(?x) a', '(?i:(?-i:a)b)', '(?a:x)'):
    p = re.compile(pattern)
    print(pattern, p.flags, p.findall('aA xAy a\n A ab aB'))
print(re.compile('(?-i:a)b', re.I).findall('ab AB aB Ab'), re.compile('(?i)a', re.M).flags)
