from collections import Counter, OrderedDict, defaultdict, deque
from pprint import PrettyPrinter, pformat, pprint

pprint({'b': list(range(30)), 'a': {'x': 1, 'y': ('tea', 'milk')}})
pprint([['long enough'] * 5, {'one': 'two'}], width=30, indent=2)
pprint(list(range(40)), compact=True, width=50)
print(pformat('one two three four five six seven eight nine ten eleven twelve thirteen fourteen'))
pprint([1, [2, [3, [4]]]], depth=2)
pprint({'b': 1, 'a': 2}, sort_dicts=False)
pprint([Counter('aab'), deque('abc', 5), OrderedDict(a=1), defaultdict(int, x=2)], width=20)
looped = [1]
looped.append(looped)
print(PrettyPrinter().isrecursive(looped), pformat(looped).startswith('[1, <Recursion on list'))
pprint(12345678, underscore_numbers=True)
