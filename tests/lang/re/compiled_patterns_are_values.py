"""Patterns compare, hash, copy and are kept."""
import re
import copy
a, b = re.compile('a+'), re.compile('a+', re.I)
print(a == re.compile('a+'), a is re.compile('a+'), a == b, a != b, hash(a) == hash(re.compile('a+')), len({a, b, re.compile('a+')}))
print(copy.copy(a) is a, copy.deepcopy(a) is a, a == 'a+', a.pattern, a.flags, a.groups, re.compile(b'a') == re.compile('a'))
m = a.match('aa')
print(copy.copy(m) is m, m.re is a, bool(m), re.Pattern[str], re.Match[bytes], isinstance(a, re.Pattern), isinstance(m, re.Match))
re.purge()
print(re.compile('a+') == a, re.compile('a+') is a)
