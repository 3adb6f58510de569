def down(n):
    if n == 0:
        raise ValueError('bottom')
    if 4 < n < 12:
        down(n - 1)
    else:
        down(n - 1)


down(20)
