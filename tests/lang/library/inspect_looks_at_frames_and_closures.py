import inspect


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


limit = 1


def values(a, b=2, *c, d, e=5, **g):
    return inspect.getargvalues(inspect.currentframe())


def outer():
    inside = 2
    return lambda: (limit, inside, len, missing)


def where():
    info = inspect.getframeinfo(inspect.currentframe())
    frames = inspect.getouterframes(inspect.currentframe())
    return info.function, info.lineno, [one.function for one in frames[:3]]


def raised():
    try:
        [][1]
    except IndexError as error:
        return [(one.function, one.lineno) for one in inspect.getinnerframes(error.__traceback__)]


class Slotted:
    size: int = 1
    __slots__ = 'q',

attempt(lambda: values(1, d=3), lambda: inspect.getargs(values.__code__), lambda: inspect.getargs(3),
        lambda: inspect.getcallargs(values, 1, 2, 3, d=4, h=5), lambda: inspect.getclosurevars(outer()),
        lambda: inspect.getclosurevars(3), where, raised, lambda: inspect.ismethodwrapper((1).__str__),
        lambda: inspect.ismemberdescriptor(Slotted.q), lambda: inspect.isgetsetdescriptor(type(outer).__code__),
        lambda: inspect.isgetsetdescriptor(Slotted.q), lambda: inspect.getmodulename('/a/b/c.py'),
        lambda: inspect.getmodulename('c.txt'), lambda: inspect.get_annotations(Slotted),
        lambda: inspect.get_annotations(values), lambda: inspect.get_annotations(3),
        lambda: [name for name, _ in inspect.getmembers_static(Slotted()) if name[0] != '_'])
