# A field that a base has a slot for gets no second one, and its default does not hide that slot.
import dataclasses


@dataclasses.dataclass(slots=True)
class Base:
    data: int
    value: int = dataclasses.field(init=False, default=5)


@dataclasses.dataclass(eq=False, slots=True)
class Over(Base):
    name: dataclasses.InitVar[int] = 1
    value: int = 3
    flag: int = dataclasses.field(init=False, default=5)


@dataclasses.dataclass(slots=True, weakref_slot=True)
class Weak(Base):
    more: int = 0


@dataclasses.dataclass(slots=True, weakref_slot=True)
class WeakAgain(Weak):
    last: int = 0


print(Base.__slots__, Over.__slots__, Weak.__slots__, WeakAgain.__slots__)
print('value' in vars(Over), 'data' in vars(Over), 'flag' in vars(Over))
print(Over(1), Over(2, 9), WeakAgain(1))
for act in (lambda o: delattr(o, 'size'), lambda o: setattr(o, 'name', 3), lambda o: delattr(o, 'value'),
            lambda o: setattr(o, 'value', 4)):
    o = Over(7)
    try:
        act(o)
        print(o)
    except AttributeError as error:
        print(error)
