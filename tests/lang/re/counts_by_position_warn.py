"""count, maxsplit and flags by position are deprecated."""
import re
print(re.sub('a', 'b', 'aaa', count=1), re.split('a', 'banana', maxsplit=1), re.compile('a').sub('b', 'aaa', 2))
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(re.sub('a', 'b', 'aaa', 1), re.split('a', 'banana', 1), re.subn('A', 'b', 'aaa', 2, re.I))
for warning in caught:
    print(warning.category.__name__, warning.message)
try:
    re.sub('a', 'b', 'aaa', 1, count=2)
except TypeError as error:
    print(error)
