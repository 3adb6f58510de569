import copy


class Two(Exception):
    def __init__(self, a, b):
        print('made', a, b)
        super().__init__(a, b)


class One(Exception):
    def __init__(self, a, b):
        super().__init__(a)


class Arguments:
    def __new__(cls, *args, **named):
        print('new', args, named)
        return super().__new__(cls)


class Positional(Arguments):
    def __getnewargs__(self):
        return 1, [2]


class Named(Arguments):
    def __getnewargs_ex__(self):
        return (1,), {'k': 2}


two = Two(1, [2])
two.extra = 3
for make in (copy.copy, copy.deepcopy):
    made = make(two)
    print(repr(made), vars(made), made.args[1] is two.args[1])
    make(Positional())
    make(Named())
    print(make(slice([1], 2)), type(make(object())))
    try:
        make(One(1, 2))
    except TypeError as e:
        print(e)
