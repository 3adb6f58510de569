"""Numbers that refer to what a group has matched."""
import re
print(re.findall(r'(\w)\1', 'aabbcd'), re.findall(r'\b(\w+) \1\b', 'the the cat sat sat'), re.match(r'(a)(b)?\2', 'ab'))
print(re.match(r'(a)|b\1', 'b'), re.match(r'(a*)b\1c', 'aabaac').group(1), re.findall(r'(?i)(a)\1', 'aA'))
print(re.findall(r'(\d)\10', '110 220'), re.findall(r'\x41\101\u0042', 'AAB'), re.match('(((((((((((a)))))))))))\\11', 'aa').span())
print(re.search(r'<(\w+)>.*?</\1>', '<a><b>x</b></a>').group(), re.findall(r'(.)(.)\2\1', 'abba noon'))
