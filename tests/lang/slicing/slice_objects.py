s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step)
print(s.indices(5), list(range(20))[s])
print('abcdef'[slice(None, None, -1)])


class Grid:
    def __getitem__(self, key):
        return key


g = Grid()
print(g[1:2], g[::3], g[1, 2], g[1:2, ..., 'x'])
