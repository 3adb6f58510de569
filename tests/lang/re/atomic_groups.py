"""What an atomic group has taken it does not give back."""
import re
print(re.match('(?>a+)b', 'aab'), re.match('(?>a+)ab', 'aab'), re.match('(?>a|ab)c', 'abc'), re.match('(?:a|ab)c', 'abc'))
print(re.match('a++b', 'aab'), re.match('a++ab', 'aab'), re.findall('(?>x*)y', 'xxy y'), re.match('(?>(a))b', 'ab').group(1))
