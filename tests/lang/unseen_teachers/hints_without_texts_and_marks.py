from __future__ import annotations

from typing import Annotated, ForwardRef, NamedTuple, NotRequired, Required, TypedDict, get_type_hints


class Movie(TypedDict, total=False):
    title: Required[str]
    year: NotRequired[int]
    score: Annotated[float, 'stars']


class Point(NamedTuple):
    x: int
    y: Annotated[int, 'up'] = 0


print(get_type_hints(Movie))
print(get_type_hints(Movie, include_extras=True))
print(Point.__annotations__, get_type_hints(Point), Point(1))
print(NamedTuple('Pair', [('a', 'int'), ('b', str)]).__annotations__, ForwardRef('int') == ForwardRef('int'))
