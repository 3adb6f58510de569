d = {"a": 1}
print(d.__init__({"b": 2}, c=3), d)
d.__init__()
print(d)


class Defaults(dict):
    def __init__(self, **given):
        self["kept"] = 1
        super().__init__(given, kept=2)
        super().__init__(more=3)


print(Defaults(x=5))
numbers = [1, 2]
numbers.__init__("ab")
print(numbers)
for operands in ((["a"], None), ([1], 5), ([1, 2, 3], [2, 9]), ()):
    s = {1, 2}
    try:
        s.intersection_update(*operands)
    except TypeError as error:
        print(error, end=" ")
    print(s)
for call in (lambda: (1).__abs__(2), lambda: int.__abs__(), lambda: int.__abs__("a"), lambda: (1).__divmod__(),
             lambda: (2.5).__float__(1), lambda: object().__setattr__("a"), lambda: object().__delattr__(),
             lambda: object().__getattribute__("a", 1), lambda: object().__format__(None),
             lambda: "".maketrans("a", None), lambda: str.upper(), lambda: str.upper(5)):
    try:
        print(call())
    except TypeError as error:
        print(error)
