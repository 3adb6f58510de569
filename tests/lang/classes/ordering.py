class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'V{self.n}'


print(sorted([V(3), V(1), V(2)]), max(V(1), V(5)), min([V(4), V(2)]))
print(V(1) > V(0))
try:
    V(1) <= V(2)
except TypeError as error:
    print(error)
