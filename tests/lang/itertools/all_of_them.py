import itertools as it, operator

print(list(it.islice(it.count(5, 2), 4)), list(it.chain([1],'ab')), list(it.chain.from_iterable([[1],[2]])), list(it.islice(it.cycle('ab'),5)), list(it.repeat(1,3)))
print(list(it.accumulate([1,2,3])), list(it.accumulate([1,2,3], operator.mul, initial=10)), list(it.batched('abcde',2)), list(it.compress('abc',[1,0,1])))
print(list(it.dropwhile(lambda x:x<3,[1,3,1])), list(it.takewhile(lambda x:x<3,[1,3,1])), list(it.filterfalse(None,[0,1])), list(it.starmap(pow,[(2,3)])), list(it.pairwise([1,2,3])))
print(list(it.zip_longest([1,2],[3],fillvalue='-')), [(k,list(g)) for k,g in it.groupby('aabbc')], list(it.product('ab',[1,2])), list(it.permutations([1,2,3],2)), list(it.combinations('abcd',2)), list(it.combinations_with_replacement('ab',2)))
a,b = it.tee([1,2,3]); print(next(a), list(b), list(a))
print(it.count(3), it.repeat(1), it.count(1,2))
print(list(it.islice('abcdef',1,None,2)), list(it.islice('abcdef',3)), list(it.product([1,2],repeat=2)))
