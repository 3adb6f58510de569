"""Large ints go through the library unchanged."""
import copy
import json
import collections
import itertools
n = 10 ** 25
text = json.dumps({'n': n, 'list': [-n, 2 ** 64]})
print(text, json.loads(text)['n'] == n, json.loads('123456789012345678901234567890'))
print(copy.deepcopy([n])[0] == n, collections.Counter([n, n, 1])[n], next(itertools.count(n)), list(itertools.accumulate([n, n, n])))
print([x for x in itertools.islice(itertools.count(2 ** 63 - 2), 4)], divmod(n, 7), n.__class__)
match n:
    case 10000000000000000000000000:
        print('matched')
