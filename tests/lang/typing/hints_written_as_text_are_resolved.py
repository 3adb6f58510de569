import typing
from typing import Annotated, Callable, Optional, Protocol, overload


class Node:
    value: "int"
    next: Optional["Node"] = None
    rest: "list[Node] | None" = None


def build(items: "list | tuple", named: "dict[str, int]", node: "Node", size: Annotated[int, "m"],
          done: "Callable[[int, str], 'Node']" = None) -> "typing.List['Node']":
    pass


print(typing.get_type_hints(Node))
print(typing.get_type_hints(build))
print(typing.get_type_hints(build, include_extras=True)["size"])


def wrong(x: "Nowhere"):
    pass


for thing in (wrong, 5):
    try:
        typing.get_type_hints(thing)
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


print([o.__annotations__ for o in typing.get_overloads(twice)], twice("a"))
typing.clear_overloads()
print(typing.get_overloads(twice))


class Named(Protocol):
    name: str

    def rename(self): ...


print(sorted(typing.get_protocol_members(Named)))
