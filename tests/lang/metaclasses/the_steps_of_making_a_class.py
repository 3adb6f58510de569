class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, options)
        return {}

    def __new__(mcs, name, bases, namespace, **options):
        print("new", name, [key for key in namespace if not key.startswith("__")], options)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)


class A(metaclass=Meta, x=1):
    y = 2

    def __init__(self, z):
        self.z = z


class B(A):
    pass


print(A(3).z, B(z=4).z, type(A), type(B), type(A(1)))
