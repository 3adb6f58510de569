class Money:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


print(Money(1) == Money(1), Money(1) != Money(1), Money(1) == 1, Money(1) != 1)
print(len({Money(1), Money(1), Money(2)}), {Money(3): 'three'}[Money(3)])
