def decorate(function):
    print("decorating", function.__name__, function.__defaults__, function.__kwdefaults__)
    return function


@decorate
def pick[T, *Rest](first: T, *others: *Rest, count: int = 2 * 2) -> T:
    return first, others, count


print(pick(1), pick(1, 2, count=3))
print(pick.__type_params__, pick.__annotations__)
print(pick.__qualname__, pick.__kwdefaults__)


def pair[K: int, V: (str, bytes) = str](key: K = 7, value: V = "v") -> dict[K, V]:
    return {key: value}


print(pair(), pair.__defaults__)
for parameter in pair.__type_params__:
    print(parameter.__name__, parameter.__bound__, parameter.__constraints__, parameter.has_default())
