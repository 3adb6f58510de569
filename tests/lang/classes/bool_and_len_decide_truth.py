class ByBool:
    def __bool__(self):
        return False

    def __len__(self):
        return 9


class ByLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Neither:
    pass


print([bool(x) for x in (ByBool(), ByLen(0), ByLen(2), Neither())])
print('yes' if ByLen(0) else 'no', not ByBool())
