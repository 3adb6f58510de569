from typing import Generic


class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value

    def swap[U](self, other: U) -> tuple[T, U]:
        return self.value, other


class Numbers(Box[int]):
    pass


class Named[K, V](dict[K, V], Box[V]):
    pass


print(Box.__type_params__, Box.__parameters__, Box.__orig_bases__)
print([base.__name__ for base in Numbers.__mro__], Numbers.__orig_bases__)
print([base.__name__ for base in Named.__mro__], issubclass(Box, Generic))
print(Box[int](3).get(), Numbers(4).swap("x"), Box[int], Box[int](1).__orig_class__)
print(Box.swap.__annotations__, Box.get.__annotations__, Box.swap.__qualname__)
