def check(n):
    if n == 2:
        raise ValueError(f'no {n}')
    return n


try:
    print([check(n) for n in range(5)])
except ValueError as error:
    print(error)
