class Tuples:
    def __repr__(self):
        return 1, 2


class Own(Tuples):
    def __str__(self):
        print('str')
        return super().__str__()


for work in (str, repr, object.__str__, format, lambda o: f'{o}', lambda o: f'{o!r}', lambda o: '%s' % o):
    for kind in (Tuples, Own):
        try:
            print(work(kind()))
        except TypeError as error:
            print(error)
print(object.__str__(3), object.__str__(True), object.__str__('it'))
