from collections import *
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:4], c.total(), c - Counter("miss"), c & Counter("sip"), c | Counter(zz=3), +Counter(a=-1, b=2), -Counter(a=-1))
c.update("pp"); c.subtract({"i": 10}); print(c, c["i"], dict(c.most_common()[-2:]))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter([1, 2, 2]), Counter(), Counter(None))
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d.default_factory, d.get("zz"), "zz" in d, d["zz"], len(d))
nested = defaultdict(lambda: defaultdict(int)); nested["x"]["y"] += 1; print({k: dict(v) for k, v in nested.items()})
try:
    defaultdict(5)
except TypeError as e:
    print(e)
try:
    defaultdict(None)["k"]
except KeyError as e:
    print(repr(e))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q[0], q[-1], list(reversed(q)))
q.rotate(1); print(q); q.extend("ab"); print(q, q.count("a"), q.index("b")); q.insert
d2 = deque("abc"); d2.rotate(-1); d2.extendleft("xy"); d2.remove("b"); print(d2, d2 + deque("q"), d2 * 2, d2.copy() == d2)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: q.insert(0, 1), lambda: deque([1])[5], lambda: deque("a").remove("z"), lambda: deque(maxlen=-1), lambda: hash(deque()), lambda: deque("ab").index("z"), lambda: deque([1])[0:1]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p._asdict(), p._replace(x=9), P._fields, P._make([7, 8]), P._field_defaults, p == (1, 5), *p, P.__doc__, P.x)
for bad in (lambda: P(), lambda: P(1, 2, 3), lambda: p._replace(z=1), lambda: setattr(p, "x", 2), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("Q", "_a"), lambda: p.z, lambda: namedtuple("1Q", "a")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("R", "a def a", rename=True)._fields)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); o.move_to_end("c", last=False); print(o, o.popitem(), o.popitem(last=False), list(reversed(o)), o == {"b": 2})
try:
    o.move_to_end("zz")
except KeyError as e:
    print(repr(e))
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm, cm["a"], cm["b"], list(cm), dict(cm), cm.new_child({"z": 0}), cm.parents, len(cm), cm.maps); cm["b"] = 10; print(cm)
try:
    cm["nope"]
except KeyError as e:
    print(e)
try:
    del cm["zzz"]
except KeyError as e:
    print(e)
class MyD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k).upper(), v)
m = MyD(a=1); m["b"] = 2; print(m, m.data, len(m), "A" in m, {**m})
class MyL(UserList):
    def append(self, x): super().append(x * 2)
l = MyL([1]); l.append(2); print(l, l + [3], l[0:1], type(l[0:1]).__name__)
print(UserString("abc").upper(), UserString("a") + "b", repr(UserString("x")))
q.mutated = 1
