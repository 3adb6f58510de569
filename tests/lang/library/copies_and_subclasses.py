import copy, collections, datetime, enum, random
d = collections.deque([[1], 2], maxlen=3); e = copy.deepcopy(d); e[0].append(5); print(d, e, copy.copy(d))
dd = collections.defaultdict(list, a=[1]); print(copy.deepcopy(dd), copy.deepcopy(collections.Counter('aab')), copy.deepcopy(collections.OrderedDict(a=[1])))
P = collections.namedtuple('P', 'x y'); print(copy.deepcopy(P([1], 2)), copy.copy(P(1, 2)))
print(copy.deepcopy({'t': datetime.datetime(2024,1,1), 'd': datetime.timedelta(1)})['d'], copy.deepcopy(ValueError('x', [1])).args)
class S:
    __slots__ = ('a', '__b')
    def __init__(s): s.a = [1]; s.__b = 2
    def b(s): return s.__b
s = copy.deepcopy(S()); print(s.a, s.b())
class C(list): pass
c = C([1, [2]]); c.tag = 'x'; f = copy.deepcopy(c); print(f, type(f).__name__, f.tag, f[1] is c[1])
class E2:
    def __deepcopy__(s, memo): return 'deep'
    def __copy__(s): return 'shallow'
print(copy.copy(E2()), copy.deepcopy([E2()]))
for o in ((x for x in []), open if False else None):
    try: copy.deepcopy(o)
    except TypeError as e: print(e)
class Z(zip): pass
print(list(Z([1], [2])), isinstance(map(str, []), map), zip.__name__, type(iter(zip())), list(map.__call__(str, [1])) if False else 0, list(enumerate(start=3, iterable='ab')))
class Mm(enumerate):
    def __next__(self):
        i, v = super().__next__(); return i * 10, v
print(list(Mm('ab')))
it = zip([1, 2], [3]); print(it.__next__(), next(it, None), list(it))
print(max([3, 1], [2, 9]), min({'a': 2, 'b': 1}.items(), key=lambda p: p[1]), sorted('hello', key=lambda c: (-ord(c), c)), sum(map(len, ['a', 'bc'])), [*map(lambda *a: a, 'ab', 'cd')], list(filter(str.isupper, 'aBcD')), dict(map(lambda x: (x, x * x), range(3))))
