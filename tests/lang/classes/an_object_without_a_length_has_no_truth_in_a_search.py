class A:
    def __eq__(self, o): return self
    def __len__(self): return iter([1])
for f in (lambda: A() in [1], lambda: A() in (1,), lambda: 1 in [A()], lambda: [A()].index(1), lambda: [1].count(A()), lambda: [A()]==[1], lambda: (A(),)<(1,), lambda: {1:2}=={1:A()}, lambda: A() in iter([1]), lambda: A() in {1:1}.values(), lambda: [1].remove(A())):
    try: print(f())
    except Exception as e: print(repr(e))
