class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, times=1):
        return x + self.n * times


add = Adder(10)
print(add(1), add(1, times=3), callable(add), callable(3))
print(list(map(Adder(5), [1, 2])))
