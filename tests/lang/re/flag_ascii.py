"""ASCII narrows \w, \d, \s and \b, also for a part of the pattern."""
import re
text = 'naïve ٣4 日本'
for flags in (0, re.A):
    print(re.findall(r'\w+', text, flags), re.findall(r'\d', text, flags), re.findall(r'\W', text, flags), re.findall(r'\bv', 'ïv', flags))
print(re.findall(r'(?a:\w+)', text), re.findall(r'(?a)\w+', text), re.findall(r'(?a:[^\W\d]+)', text), re.findall(r'(?u:\w)é', 'éé'))
print(re.findall(r'(?a:\bv)', 'ïv'), re.findall(r'\s', 'a\u00a0b\u2003c\x1cd\x85'), re.findall(r'\s', 'a\u00a0b\x1c', re.A))
