class Num:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __round__(self, n=None):
        return ('rounded', n)


n = Num()
print(int(n), float(n), 'abcdef'[n], list(range(n)), round(n), round(n, 1))
