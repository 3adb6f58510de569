group = ExceptionGroup('top', [
    ValueError(1),
    ExceptionGroup('middle', [TypeError(2), ValueError(3)]),
    ExceptionGroup('other', [OSError(4)]),
])
print(group.split(ValueError))
print(group.split((TypeError, OSError)))
print(group.split(KeyError))
print(group.split(ExceptionGroup))
print(group.subgroup(lambda e: isinstance(e, ValueError) and e.args == (3,)))
print(group.subgroup(lambda e: False))
print(group.derive([KeyError('k')]), group.message, group.exceptions)
for wrong in 5, 'x', (ValueError, 5), int:
    try:
        print(group.split(wrong))
    except TypeError as error:
        print(error)
for args in (), ('m',), ('m', 5), ('m', []), ('m', [5]), (5, [ValueError()]), ('m', [KeyboardInterrupt()]):
    for cls in ExceptionGroup, BaseExceptionGroup:
        try:
            print(repr(cls(*args)))
        except (TypeError, ValueError) as error:
            print(cls.__name__, type(error).__name__, error)
