class Meta(type):
    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter([1, 2])

    def __getattr__(cls, name):
        return f"made {name}"

    def __contains__(cls, item):
        return item == 1

    def __getitem__(cls, key):
        return key * 2

    def __repr__(cls):
        return f"<{cls.__name__}!>"

    def __bool__(cls):
        return False

    def __instancecheck__(cls, item):
        return item == 3

    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)

    @property
    def label(cls):
        return cls.__name__.lower()


class A(metaclass=Meta):
    pass


print(len(A), list(A), A.anything, 1 in A, A[4], A, bool(A), isinstance(3, A), A.label)
A.x = 3
print(A.x, A().x)
try:
    A().label
except AttributeError as error:
    print(error)
