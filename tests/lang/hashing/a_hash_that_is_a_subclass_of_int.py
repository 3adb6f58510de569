class B(int):
    def __hash__(self): return self
print(hash(B(5)), {B(5): 1}, len({B(5), B(6)}))
class C:
    def __hash__(self): return True
print(hash(C()), type(hash(C())))
class D(str):
    def __hash__(self): return self
for make in (lambda: hash(D('a')), lambda: {D('a')}):
    try: make()
    except TypeError as e: print(e)
