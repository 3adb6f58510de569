class Named: __slots__ = ('name',)
class Same(Named): __slots__ = ()
class WithX(Named): __slots__ = ('x',)
class AlsoX(Named): __slots__ = ('x',)
class WithY(Named): __slots__ = ('y',)
class Open(Named): pass
class XY(Named): __slots__ = ('x', 'y')
class YX(Named): __slots__ = ('y', 'x')
class Plain: pass
class Other: pass
class Child(Plain): pass
class Bare: __slots__ = ()
class Grown(Bare): pass
class PlainFirst(Plain, Grown): pass
class GrownFirst(Grown, Plain): pass
class Number(int): pass
class Listing(list): pass
class Longer(Listing): pass


classes = [Named, Same, WithX, AlsoX, WithY, Open, XY, YX, Plain, Other, Child, Bare, Grown, PlainFirst,
           GrownFirst, Number, Listing, Longer]
for a in classes:
    row = ''
    for b in classes:
        o = a()
        try:
            o.__class__ = b
            row += '1'
        except TypeError as e:
            row += '0' if 'layout differs' in str(e) else '?'
    print(a.__name__, row)
o = XY()
o.x, o.y = 1, 2
o.__class__ = YX
print(o.x, o.y, [name for name in YX.__dict__ if name in 'xy'])
