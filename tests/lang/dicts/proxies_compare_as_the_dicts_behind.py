from types import MappingProxyType

one, other = MappingProxyType({1: 2}), MappingProxyType({1: 2})
print(one == other, one != other, one == {1: 2}, {1: 2} == one, one == 3)
for compare in (lambda: one < other, lambda: one >= other, lambda: one < {1: 2}, lambda: one > 3):
    try:
        print(compare())
    except TypeError as error:
        print(error)
