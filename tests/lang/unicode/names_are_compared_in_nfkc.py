µ = 3
print(μ, 'µ' == 'μ')


def f(ﬁ, *, 𝔛=1):
    return ﬁ + 𝔛


print(f(1, X=2), f(fi=3), f.__code__.co_varnames)


class A:
    ª = 5

    def ﬀ(self):
        return self.a


print(A().ff(), A.ª, [n for n in vars(A) if not n.startswith('__')])
가 = 1  # three letters become one
é = 2
print([(n, len(n)) for n in globals() if not n.isascii()], hasattr(A, 'ª'))
