Key = "the module's"


class Outer:
    Key = int

    def first[T: Key](self, a: Key = 3, *, b: "text" = 4) -> dict[T, Key]:
        return a, b

    type Keys = list[Key]

    class Inner[U](list):
        def who(self):
            return __class__.__name__, U, Key


print(Outer.first.__annotations__, Outer().first())
print(Outer.first.__type_params__[0].__bound__, Outer.Keys.__value__)
print(Outer.Inner([1]), Outer.Inner().who(), Outer.Inner.__qualname__)


def around():
    local = str

    def inner[T](y: local) -> T:
        return T, local

    class Made[V]:
        def both(self):
            return V, local

    return inner, Made


inner, Made = around()
print(inner(1), inner.__annotations__, inner.__qualname__, Made().both(), Made.__qualname__)
