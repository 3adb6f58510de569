class Bag:
    pass


b = Bag()
for name, value in [('x', 1), ('y', 2)]:
    setattr(b, name, value)
print(getattr(b, 'x'), vars(b), hasattr(b, 'z'))
delattr(b, 'x')
print(vars(b))
try:
    getattr(b, 'x')
except AttributeError as error:
    print(error)
