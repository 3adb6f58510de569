import copy
for it in (iter([1,2,3]), iter((1,2,3)), iter({1:2,3:4}), iter({1:2}.items()), iter({1:2}.values()), iter(range(4)), iter({1}), iter('abc'), iter(b'abc'), iter(bytearray(b'abc')), reversed([1,2]), reversed({1:2}), reversed(range(3)), enumerate('ab'), zip('ab','cd'), map(str, [1,2]), filter(None,[1,0,2]), iter(lambda: 1, 1)):
    for f in (copy.copy, copy.deepcopy):
        try:
            next(it, None)
            c = f(it)
            print(type(c).__name__, c is it)
            if type(it).__name__ != 'callable_iterator':
                print(list(c), list(it))
        except Exception as e:
            print(type(it).__name__, f.__name__, type(e).__name__, e)
import itertools
for it in (itertools.count(3), itertools.cycle('abc'), itertools.chain('ab','cd'), itertools.repeat(1,4), itertools.islice([1,2,3],2), itertools.product('ab','cd'), itertools.permutations('abc'), itertools.combinations('abc',2), itertools.accumulate([1,2,3]), itertools.starmap(pow,[(1,2)]), itertools.takewhile(bool,[1,0]), itertools.dropwhile(bool,[1,0,3]), itertools.compress('abc',[1,0,1]), itertools.groupby('aab'), itertools.zip_longest('a','bc'), itertools.pairwise('abc'), itertools.batched('abc',2), itertools.tee('abc')[0], itertools.filterfalse(bool,[0,1]), itertools.combinations_with_replacement('ab',2)):
    for f in (copy.copy, copy.deepcopy):
        try:
            next(it, None)
            c = f(it)
            print(type(c).__name__, c is it)
            print(list(itertools.islice(c,5)), list(itertools.islice(it,5)))
        except Exception as e:
            print(type(it).__name__, f.__name__, type(e).__name__, e)
def g(): yield 1
for x in (g(), g):
    for f in (copy.copy, copy.deepcopy):
        try: print(f(x) is x)
        except Exception as e: print(type(e).__name__, e)
