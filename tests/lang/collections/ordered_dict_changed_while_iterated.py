# A key that comes or goes ends the iteration of an OrderedDict, but for one after its last key.
import collections

d = collections.OrderedDict.fromkeys('abc')
for deed in ('pop', 'add', 'exchange', 'move', 'last', 'value'):
    d = collections.OrderedDict.fromkeys('abc')
    for over in (iter(d), iter(d.items()), reversed(d), reversed(d.values())):
        d.clear()
        d.update(a=1, b=2, c=3)
    for over in (d, d.items(), d.values()):
        try:
            for n, k in enumerate(over):
                print(n, k, end=' ')
                if deed == 'pop' and n == 0: d.popitem()
                if deed == 'add' and n == 1: d[n] = 1
                if deed == 'exchange' and n == 0: d['z'] = d.pop('a', 0)
                if deed == 'move' and n == 0: d.move_to_end('b')
                if deed == 'last' and n == len(d) - 1: d.clear()
                if deed == 'value': d['a'] = n
        except (RuntimeError, KeyError) as e:
            print(e)
        else:
            print('else', d)
