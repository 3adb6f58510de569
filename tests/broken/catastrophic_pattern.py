import re

print(re.match(r'(a|b)+$', 'abab'))
print(re.match(r'(a+)+$', 'a' * 40 + '!'))
