def make[T: missing = absent](x: T) -> T:
    return x


parameter, = make.__type_params__
print(make(1), parameter)
for name in ("__bound__", "__default__"):
    try:
        getattr(parameter, name)
    except NameError as error:
        print(name, error)
missing, absent = int, bool
print(parameter.__bound__, parameter.__default__)


class Many[T: int = bool, **P = [int], *Ts = *tuple[int]]:
    pass


print(Many.__type_params__, [p.__default__ for p in Many.__type_params__])
