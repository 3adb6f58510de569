"""How patterns, matches and flags look."""
import re
print(re.compile('a'), re.compile(r'\d+', re.I), re.compile('a', re.I | re.M | re.X | re.S | re.A), re.compile(b'a', re.S))
print(re.compile('it\'s "x"'), re.compile('(?i)a'), re.compile('x' * 300))
print(re.match('a+', 'aab'), re.match(b'a', b'ab'), re.match('a*', 'a' * 80), re.search('', 'x'), re.search('\'', "it's"))
print(repr(re.I), str(re.I), re.I | re.M, re.NOFLAG, re.RegexFlag(3), re.RegexFlag(2), re.A, re.S, re.X, re.U, re.L)
print(type(re.compile('a')), type(re.match('', '')), type(re.I), re.compile('a').flags, re.compile('a', re.A).flags, re.compile(b'').flags)
print(int(re.I), re.I == 2, re.I & 2, (re.I | re.S).value, re.I in (re.I | re.S), bool(re.NOFLAG))
