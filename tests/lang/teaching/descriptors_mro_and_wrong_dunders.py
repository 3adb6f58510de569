class D:
    def __init__(self, n): self.n = n
    def __set_name__(self, o, n): print("set_name", o.__name__, n); self.name = n
    def __get__(self, i, o): return f"D{self.n}" if i is not None else self
    def __set__(self, i, v): print("set", self.name, v); i.__dict__[self.name] = v
    def __delete__(self, i): print("del", self.name)
class N:
    def __get__(self, i, o=None): return "nondata"
class A:
    d = D(1); n = N()
    def __getattr__(self, name): return f"getattr {name}"
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("no secret")
        return super().__getattribute__(name)
a = A(); a.d = 5; print(a.d, a.__dict__, a.n); a.__dict__["n"] = "inst"; print(a.n, a.zzz, a.secret); del a.d; print(type(A.d).__name__)
class W: pass
class X(W): 
    def f(self): return ["X"] 
class Y(W):
    def f(self): return ["Y"]
class Z(X, Y):
    def f(self): return ["Z"] + super().f() + super(X, self).f()
print(Z().f(), [c.__name__ for c in Z.__mro__], Z.__base__, Z.__bases__, W.__subclasses__())
for bases in ((W, X), (X, X), (int, str), (bool,), (type(None),), (5,)):
    try: print(type("T", bases, {}))
    except TypeError as e: print(e)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self, x):
        if x < 0: raise ValueError("neg")
        self._v = x
    @property
    def ro(self): return 1
    @property
    def broken(self): return self.missing
p = P(); p.v = 3; print(p.v, P.v.__doc__, P.v.fget.__name__)
for bad in (lambda: setattr(p, "v", -1), lambda: setattr(p, "ro", 2), lambda: delattr(p, "v"), lambda: p.broken, lambda: P.nope, lambda: p.nope, lambda: delattr(p, "q"), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: (5).x, lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: super(P, 5).x, lambda: super().x, lambda: P.v.__get__(5), lambda: W.__init__(5), lambda: W(1), lambda: object(1), lambda: object.__new__(int), lambda: int.__new__(str), lambda: W.f(W()), lambda: X.f(), lambda: Z().f(1), lambda: setattr(p, 5, 1), lambda: getattr(p, 5), lambda: P.__dict__.update(a=1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class S:
    __slots__ = "a", "b"
s = S(); s.a = 1
for bad in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__, lambda: vars(s)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Fancy:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __index__(self): return "x"
    def __str__(self): return 5
    def __repr__(self): return None
    def __hash__(self): return "h"
    def __iter__(self): return 5
    def __contains__(self, x): return "yes"
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __int__(self): return 1.5
    def __float__(self): return 1
    def __format__(self, s): return 5
    def __call__(self, *a, **k): return a, k
    def __enter__(self): return self
    def __getitem__(self, k): return k
    def __next__(self): return 1
    def __complex__(self): return 1
    def __bytes__(self): return "b"
    def __round__(self, n=None): return n
    def __dir__(self): return ["b", "a"]
    def __iadd__(self, o): return "iadd"
    def __rsub__(self, o): return "rsub"
    def __matmul__(self, o): return "mat"
    def __neg__(self): return "neg"
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return (o, m)
    def __reversed__(self): return "rev"
    def __length_hint__(self): return -5
f = Fancy()
for op in (lambda: len(f), lambda: bool(f), lambda: [1][f], lambda: str(f), lambda: repr(f), lambda: hash(f), lambda: list(f), lambda: 5 in f, lambda: f == 1, lambda: f < 1, lambda: int(f), lambda: float(f), lambda: format(f), lambda: f(1, k=2), lambda: f[1:2, ...], lambda: next(f), lambda: complex(f), lambda: bytes(f), lambda: round(f, 2), lambda: dir(f), lambda: 1 - f, lambda: f @ 1, lambda: -f, lambda: divmod(f, 1), lambda: pow(f, 2, 3), lambda: reversed(f), lambda: f + 1, lambda: f % 2, lambda: ~f, lambda: abs(f), lambda: "%d" % f, lambda: "%s" % f, lambda: f"{f}", lambda: print(f), lambda: range(f), lambda: [0] * f, lambda: "a".join(f), lambda: sum(f), lambda: {**f}, lambda: print(*f), lambda: max(f), lambda: sorted(f), lambda: {f: 1}, lambda: f.x, lambda: not f, lambda: 1 if f else 2, lambda: isinstance(1, f), lambda: issubclass(int, f), lambda: chr(f), lambda: "a" * f, lambda: slice(f).indices(5)):
    try: print(op())
    except Exception as e: print(type(e).__name__, e)
f += 1; print(f)
