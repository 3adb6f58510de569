class Fragile:
    def __init__(self, how):
        self.how = how

    def __del__(self):
        if self.how == 'chained':
            try:
                1 / 0
            finally:
                raise KeyError('chained')
        if self.how == 'deep':
            down(6)
        if self.how == 'noted':
            error = ValueError('two\nlines')
            error.add_note('a note')
            raise error
        raise Exception


def down(n):
    if n == 0:
        raise OSError(2, 'gone', [1,
                                  2][0])
    down(n - 1)


for how in 'chained', 'deep', 'noted', 'plain':
    Fragile(how)
    print(how)
