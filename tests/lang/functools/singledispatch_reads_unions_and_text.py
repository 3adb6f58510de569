import functools
from typing import Union


@functools.singledispatch
def kind(x):
    return "object"


@kind.register
def _(x: "int | str"):
    return "int or str"


@kind.register(list | tuple)
def _(x):
    return "list or tuple"


@kind.register
def _(x: Union[float, dict]):
    return "float or dict"


print(*(kind(x) for x in (1, "a", [], (), 1.5, {}, None, True)), sep=", ")
for wrong in (5, list[int]):
    try:
        kind.register(wrong, print)
    except TypeError as error:
        print(error)
try:
    @kind.register
    def _(x: list[int]):
        pass
except TypeError as error:
    print(error)
