def tell(function, *args, **named):
    try:
        print(function(*args, **named))
    except TypeError as error:
        print(error)


for kind in type({}.keys() & ()), frozenset:
    for name in ('union', 'update', 'intersection', 'intersection_update', 'difference',
                 'difference_update', 'issubset', 'isdisjoint', 'symmetric_difference', 'copy'):
        method = getattr(kind({1, 2}), name, None)
        if method:
            tell(method, x=1)
            tell(method, {1}, other=1)
tell(frozenset.union)
tell(frozenset.union, 3)
tell(frozenset.union, frozenset([1]), [1])
tell(frozenset, iterable=[1])
