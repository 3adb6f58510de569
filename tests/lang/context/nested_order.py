class N:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print('+', self.n)

    def __exit__(self, *args):
        print('-', self.n)
        return True


with N(1):
    with N(2):
        raise ValueError
    print('between')
print('end')
