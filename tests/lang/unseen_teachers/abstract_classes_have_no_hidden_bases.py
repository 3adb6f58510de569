from collections.abc import (Awaitable, AsyncIterable, Buffer, Callable, Collection, Container, Hashable, Iterable, Iterator,
                             Sequence, Sized)

for abstract in (Awaitable, AsyncIterable, Buffer, Callable, Collection, Container, Hashable, Iterable, Iterator, Sequence, Sized):
    print([base.__name__ for base in abstract.__mro__], issubclass(list, abstract), sorted(abstract.__abstractmethods__))
print(Iterable[int], Callable[[int], str], Awaitable[None], Container[str], AsyncIterable[bytes])
for abstract in (Hashable, Sized):
    try:
        print(abstract[int])
    except TypeError as error:
        print(error)


class Counts(Iterator):
    def __next__(self):
        raise StopIteration


print(list(Counts()), Counts.__mro__, isinstance(Counts(), Iterable), issubclass(Counts, Iterator))


def schedule(call: Callable[[int, list[str]], None] | None = None) -> Callable[..., Awaitable[int]]:
    """Hints of calls show the types of what they take."""


print(schedule.__annotations__, Callable[[], None], list[[int], str])
