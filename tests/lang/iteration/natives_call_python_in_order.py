# natives with user code: order of calls, errors, partial effects
class It:
    def __init__(s, n, fail=None): s.n = n; s.i = 0; s.fail = fail
    def __iter__(s): print('iter'); return s
    def __next__(s):
        s.i += 1; print('next', s.i)
        if s.i == s.fail: raise ValueError('at %d' % s.i)
        if s.i > s.n: raise StopIteration
        return s.i
class L:
    def __init__(s, v): s.v = v
    def __lt__(s, o): print('lt', s.v, o.v); return s.v < o.v
    def __gt__(s, o): print('gt', s.v, o.v); return s.v > o.v
    def __eq__(s, o): print('eq', s.v, getattr(o, 'v', o)); return s.v == getattr(o, 'v', o)
    def __hash__(s): print('hash', s.v); return hash(s.v)
    def __repr__(s): return f'L{s.v}'
    def __str__(s): print('str', s.v); return f'<{s.v}>'
    def __add__(s, o): print('add', s.v, getattr(o,'v',o)); return L(s.v + getattr(o,'v',o))
    def __radd__(s, o): print('radd', s.v, o); return L(s.v + o)
    def __bool__(s): print('bool', s.v); return s.v > 1
def t(f):
    try: print('=>', f())
    except Exception as e: print('!!', type(e).__name__, e, repr(e.__context__))
l = []
for f in (lambda: l.extend(It(3, 2)), lambda: l, lambda: list(It(2)), lambda: tuple(It(1)), lambda: dict.fromkeys(It(2)), lambda: sum(It(3)), lambda: any(It(3)), lambda: all(It(2)), lambda: max(It(3)), lambda: min(It(2), key=lambda x: -x), lambda: sorted(It(3), reverse=True), lambda: 2 in It(5), lambda: ','.join(map(str, It(2))), lambda: list(zip(It(2), It(1))), lambda: list(enumerate(It(2), 5)), lambda: list(filter(None, It(2))), lambda: list(map(lambda a, b: a + b, It(2), [10, 20, 30])), lambda: next(iter(It(0)), 'def'), lambda: [*It(2)], lambda: bytes(It(2)), lambda: ''.join(It(1)), lambda: dict(zip('ab', It(2))), lambda: print(*It(2)), lambda: list(reversed([L(1)]))):
    t(f)
t(lambda: sorted([L(3), L(1), L(2)])); t(lambda: max(L(1), L(2))); t(lambda: min([L(2), L(1)])); t(lambda: sum([L(1), L(2)])); t(lambda: any([L(1), L(2), L(3)])); t(lambda: [L(1)].index(L(1))); t(lambda: L(1) in [L(2), L(1)])
t(lambda: print(L(1), L(2), sep='|')); t(lambda: str(L(5))); t(lambda: f'{L(5)} {L(6)!r}'); t(lambda: '{} {!r} {!s}'.format(L(1), L(2), L(3))); t(lambda: '%s %r' % (L(1), L(2))); t(lambda: bool(L(0))); t(lambda: {L(1): 'a'}[L(1)]); t(lambda: list(filter(None, [L(1), L(2)]))); t(lambda: hash(L(7))); t(lambda: [L(1), L(2)].count(L(2)))
class B(L):
    def __lt__(s, o): raise KeyError('cmp')
x = [B(2), B(1), B(3)]
t(lambda: x.sort()); print(x)
y = [3, 1, 2]
t(lambda: y.sort(key=lambda v: y.append(9) or v)); print(y)
t(lambda: y.sort(key=lambda v: 1/0)); print(y)
class D(dict):
    def __missing__(s, k): print('missing', k); return k * 2
    def __getitem__(s, k): print('get', k); return super().__getitem__(k)
d = D(a=1); t(lambda: d['a']); t(lambda: d['zz']); t(lambda: d.get('q')); t(lambda: '{a} {b}'.format_map(d))
class M:
    def keys(s): print('keys'); return ['x', 'y']
    def __getitem__(s, k): print('item', k); return k.upper()
t(lambda: dict(M())); t(lambda: {**M()}); t(lambda: dict(M(), z=1)); z = {}; t(lambda: z.update(M())); print(z); t(lambda: (lambda **k: k)(**M()))
t(lambda: {}.update([(1, 2), It(2)])); t(lambda: dict([It(3)])); t(lambda: {}.update([[1,2],5]))
w = [1,2,3,4]; w[1:3] = It(3); print(w); w[::2] = (i for i in range(3)); print(w)
t(lambda: w.__setitem__(slice(0, 1), 5)); 
def sl(): w[0:1] = 5
t(sl)
w += It(1); print(w)
class Str(str): pass
class I(int):
    def __index__(s): return 7
print(Str('a') + 'b', Str(5), type(Str('x').upper()), int(I(3)), [0,1,2][I(1)], list(range(I(2))))
t(lambda: int(L(1))); t(lambda: float('x')); t(lambda: round(2.675, 2)); t(lambda: round(L(1))); t(lambda: '{:>10}|{:<5}|{:^7}|{:08.3f}'.format('a', 'b', 'c', 3.14159)); t(lambda: '{0[k]} {1.real} {2[0][1]}'.format({'k': 5}, 3, [[1, 2]])); t(lambda: '{:{w}.{p}f}'.format(3.14159, w=10, p=2)); t(lambda: '{} {}'.format(1)); t(lambda: '{a}'.format()); t(lambda: '{'.format()); t(lambda: '{0} {}'.format(1, 2)); t(lambda: '{!x}'.format(1)); t(lambda: '{:{:{}}}'.format(1, 2, 3)); t(lambda: '{{}}{}'.format(1))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, 'end'))
t(lambda: next(iter([])))
it2 = iter(lambda s=[0]: s.__setitem__(0, s[0] + 1) or s[0], 4); print(list(it2))
print(list(zip([1, 2], 'ab', strict=True)), dict(enumerate('ab')), list(map(None.__class__, [])) , list(reversed('abc')), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
class Seq:
    def __len__(s): print('len'); return 3
    def __getitem__(s, i):
        print('gi', i)
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), sum(Seq()), max(Seq()), sorted(Seq()), tuple(Seq()), [*Seq()])
class G:
    def __getattr__(s, n): print('ga', n); raise AttributeError(n)
t(lambda: getattr(G(), 'q', 5)); t(lambda: hasattr(G(), 'zz')); t(lambda: getattr(G(), 'q'))
print(vars(L(1)), dir(L)[:3], callable(L), callable(1), isinstance(True, int), issubclass(bool, (str, int)), divmod(-7, 2), pow(2, 10, 1000), abs(-5), bin(-5), oct(8), hex(255), chr(97), ord('a'), ascii('é'), format(5, '05d'), repr('a'))
print(list(map(pow, [2, 3], [3, 2])), sum([[1], [2]], []), min('b', 'a', key=ord), max([], default=None), sorted('bca', key=str.upper), sorted({'b': 1, 'a': 2}), any([]), all([]))
def lo():
    a = 1; b = [2]
    return locals()
print(lo(), sorted(k for k in globals() if k in 'lxyz'), id(l) == id(l))
