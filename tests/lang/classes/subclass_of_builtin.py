class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    @property
    def top(self):
        return self[-1]


s = Stack([1, 2]).push(3)
print(s, s.top, len(s), isinstance(s, list), s == [1, 2, 3])


class Table(dict):
    def __missing__(self, key):
        return f'no {key}'


t = Table(a=1)
print(t['a'], t['b'], t.get('b'), len(t))
