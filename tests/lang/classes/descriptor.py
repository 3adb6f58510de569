class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('named', name, 'in', owner.__name__)

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError('must be positive')
        setattr(obj, self.name, value)


class Order:
    count = Positive()


o = Order()
o.count = 3
print(o.count, type(Order.count).__name__)
try:
    o.count = -1
except ValueError as error:
    print(error)
