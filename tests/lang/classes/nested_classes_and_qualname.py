class Outer:
    class Inner:
        def f(self):
            return 'in'


def make():
    class Local:
        pass

    return Local


print(Outer.Inner().f(), Outer.Inner.__qualname__, Outer.Inner.f.__qualname__)
print(make().__qualname__, make().__name__, make().__module__)
