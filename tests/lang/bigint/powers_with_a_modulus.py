"""pow() with three arguments, also with negative exponents."""
print(pow(3, 10 ** 30, 10 ** 20), pow(-3, 10 ** 30 + 1, -10 ** 20), pow(2, 10 ** 5, 10 ** 40))
print(pow(3, -1, 10 ** 30), pow(3, -10 ** 30, 7), pow(10 ** 30, 10 ** 30, 1), pow(5, 0, -1))
prime = 2 ** 127 - 1
print(pow(12345, prime - 1, prime), pow(12345, -1, prime) * 12345 % prime)
for arguments in ((3, 10 ** 30, 0), (2, -1, 10 ** 30), (2.0, 3, 10 ** 30)):
    try:
        print(pow(*arguments))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
