from itertools import *
import operator
print(list(islice(count(10, 3), 4)), list(zip(cycle("ab"), range(5))), list(repeat("x", 3)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=100)), list(accumulate("abc", operator.add)))
print(list(chain("ab", [1], {2: 3})), list(chain.from_iterable(["ab", "cd"])))
print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
for k, g in groupby(sorted(["apple", "bob", "cat", "alice", "bee"]), key=lambda s: s[0]):
    print(k, list(g))
print([(k, len(list(g))) for k, g in groupby("aaabbc")])
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(combinations("abcd", 2))[:4], list(combinations_with_replacement("ab", 2)))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("abc", "x", fillvalue="-")), list(pairwise([1, 2, 3, 4])), list(batched("abcdefg", 3)))
a, b = tee([1, 2, 3]); next(a); print(list(a), list(b))
print(list(islice("abcdefg", 2, None, 2)), list(islice(range(10), 3)), list(filterfalse(None, [0, 1, "", 2])))
print(count(5), count(1, 0.5), repeat(1, 2), repeat(2), sum(1 for _ in product(range(3), repeat=3)))
def grouper(iterable, n):
    args = [iter(iterable)] * n
    return zip(*args)
print(list(grouper("abcdef", 2)))
def sliding(it, n):
    it = iter(it)
    w = list(islice(it, n - 1))
    for x in it:
        w.append(x); yield tuple(w); w.pop(0)
print(list(sliding(range(5), 3)))
def unique(it):
    seen = set()
    for x in filterfalse(seen.__contains__, it):
        seen.add(x); yield x
print(list(unique("AAAABBBCCDAABBB")))
def powerset(it):
    s = list(it)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(powerset([1, 2, 3])))
def primes():
    d = {}
    for q in count(2):
        p = d.pop(q, None)
        if p is None:
            d[q * q] = q; yield q
        else:
            x = q + p
            while x in d: x += p
            d[x] = p
print(list(islice(primes(), 10)), next(dropwhile(lambda p: p < 50, primes())))
for bad in (lambda: islice([1], -1), lambda: batched("ab", 0), lambda: list(batched("abc", 2, strict=True)), lambda: combinations("ab", -1), lambda: count("a"), lambda: product("a", repeat=-1), lambda: permutations("ab", "x"), lambda: zip_longest("a", foo=1), lambda: tee("a", -1), lambda: chain(1).__next__(), lambda: list(starmap(pow, [1])), lambda: groupby(), lambda: accumulate(), lambda: pairwise(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(type(count()), type(chain()), groupby("a"), type(tee("a")[0]))
