"""A subclass keeps its type and its attributes with a large value too."""
class Money(int):
    def __add__(self, other):
        return Money(int(self) + other)

m = Money(10 ** 30)
m.note = 'rich'
print(m, type(m).__name__, m + 5, type(m + 5).__name__, m * 2, type(m * 2).__name__, m.note)
print(Money('9' * 30), Money.from_bytes(b'\xff' * 10), int(m) == m, hash(m) == hash(10 ** 30), m == 10 ** 30)
print([m] * 2, {m: 1}[10 ** 30], f'{m:,}', -m, type(-m).__name__, +m, type(+m).__name__)
kept = [Money(2 ** k) for k in range(60, 70)]
del m
print(sum(kept), kept[-1] // 3)
