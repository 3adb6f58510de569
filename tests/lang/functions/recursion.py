def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(fact(10), fact(20))
print(is_even(40), is_odd(41), is_even(7))
