class Vec:
    def __init__(self, *v):
        self.v = v

    def __repr__(self):
        return f'Vec{self.v}'

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self.v, other.v)))

    def __mul__(self, k):
        return Vec(*(a * k for a in self.v))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return sum(abs(a) for a in self.v)

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.v, other.v))


a = Vec(1, -2)
print(a + a, a * 3, 3 * a, -a, abs(a), a @ a)
