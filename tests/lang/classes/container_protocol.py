class Ring:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i % len(self.items)]

    def __setitem__(self, i, value):
        self.items[i % len(self.items)] = value

    def __delitem__(self, i):
        del self.items[i % len(self.items)]

    def __contains__(self, x):
        print('asked for', x)
        return x in self.items


r = Ring('a', 'b', 'c')
r[4] = 'B'
print(len(r), r[3], r[-1], 'B' in r, 'z' not in r)
del r[0]
print(r.items)
