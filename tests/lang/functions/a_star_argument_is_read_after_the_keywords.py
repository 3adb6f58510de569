def items():
    print("items")
    yield 1


def options():
    print("options")
    return {"sep": "-"}


def call(*args, **kwargs):
    return args, kwargs


print(*items(), 2, **options())
print(*items(), **options())
for args, kwargs in ((1.5, 3), ([1], 3), (1.5, {}), ([1], {"a": 1}), ([2], {"x": 1})):
    for attempt in (
        lambda: call(*args, **kwargs),
        lambda: call(*args, x=1, **kwargs),
        lambda: call(0, *args, **kwargs),
        lambda: call(*args, key=2),
    ):
        try:
            print(attempt())
        except TypeError as error:
            print(error)
