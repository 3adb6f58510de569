import types


def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


class Point:
    """A point."""
    __slots__ = ('x', 'y', '__weakref__')

    def get(self):
        """The sum."""
        return self.x + self.y

    def put(self, value):
        self.x = value - self.y

    def drop(self):
        del self.x

    whole = property(get, put, drop)
    read_only = property(get)
    nothing = property()
    told = property(get, doc='words of its own')

    @property
    def late(self):
        return 'late'

    @late.setter
    def late(self, value):
        print('set to', value)

    @late.deleter
    def late(self):
        print('deleted')


p = Point()
p.x, p.y = 1, 2
for name in 'whole', 'read_only', 'nothing', 'told', 'late', 'x', 'z':
    say(('get', name), lambda: getattr(p, name))
    say(('set', name), lambda: setattr(p, name, 5))
    say(('del', name), lambda: delattr(p, name))
    say(('get', name), lambda: getattr(p, name))
    p.x, p.y = 1, 2
print([Point.__dict__[name].__doc__ for name in ('whole', 'read_only', 'nothing', 'told', 'late')])
whole = Point.__dict__['whole']
print(whole.fget is Point.get, whole.fset is Point.put, whole.fdel is Point.drop, Point.nothing.fget, Point.nothing.fset)
print(whole.__get__(p), whole.__get__(None, Point) is whole, whole.__name__, Point.late.__name__)
say('name', lambda: Point.nothing.__name__)
say('name', lambda: property().__name__)
say('unnamed', lambda: property().__get__(p))
say('unnamed', lambda: property().__set__(p, 1))
say('unnamed', lambda: property().__delete__(p))
other = whole.getter(lambda self: 'other')
print(other.__get__(p), other.__doc__, other.fset is whole.fset)
other.__doc__ = 'changed'
other.__name__ = 'renamed'
print(other.__doc__, other.__name__)
say('readonly', lambda: setattr(other, 'fget', None))
say('too many', lambda: property(1, 2, 3, 4, 5))
say('keyword', lambda: property(fget=len).__get__('abc'))
say('keyword', lambda: property(getter=len))
made = property()
made.__init__(len, doc='again')
print(made.__get__('abcd'), made.__doc__)
print(made.__isabstractmethod__)
member = Point.__dict__['x']
print(member.__name__, member.__objclass__, member.__get__(p), member.__get__(None, Point) is member, member)
say('foreign', lambda: member.__get__(5))
say('foreign', lambda: member.__set__(5, 1))
say('foreign', lambda: member.__delete__(5))
member.__set__(p, 9)
print(p.x)
say('no dict', lambda: p.__dict__)

U = int | str
print(U, U == str | int, U != int | str, U == int, hash(U) == hash(str | int), U | None, None | U, U | list[int], int | int)
print(isinstance(5, U), issubclass(bool, U), U.__args__, (int | None).__args__, U | U == U)
for left, right in (int, 5), (5, int), (None, None), (int, 'a'), (int, [1]), (list[int], 5):
    say((left, right), lambda: left | right)
say('isinstance', lambda: isinstance(5, int | list[int]))
say('issubclass', lambda: issubclass(5, int | str))
say('call', lambda: U())
say('attribute', lambda: U.colour)
print({U: 1}[str | int], type(U) is types.UnionType)
A = list[int]
print(A, A == list[int], A != list[str], hash(A) == hash(list[int]), A.__origin__, A.__args__, A(), A.append, dict[str, A], tuple[()], tuple[int, ...])
say('no order', lambda: A < A)
say('alias', lambda: types.GenericAlias(list))
print(types.GenericAlias(list, int), types.GenericAlias(dict, (str, int)), A.__mro_entries__(()), list(*A) if False else '')
say('isinstance', lambda: isinstance([], A))
say('set', lambda: setattr(A, 'colour', 1))
print([*tuple[int, str]], *list[int])
say('getitem', lambda: A[int])
class Sub(list[int]):
    pass
print(Sub([1]), Sub.__orig_bases__, Sub.__bases__)
