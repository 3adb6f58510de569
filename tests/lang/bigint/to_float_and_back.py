"""float(int) rounds half to even; int(float) is exact."""
print(float(2 ** 53 + 1), float(2 ** 53 + 3), float(2 ** 64 + 2 ** 11), float(2 ** 64 + 2 ** 11 + 1), float(10 ** 30))
print(int(1e30), int(-1.5e25), int(1.7976931348623157e308) == 2 ** 1024 - 2 ** 971)
print(float(2 ** 1024 - 2 ** 970 - 1), -float(10 ** 25))
for make in (lambda: float(2 ** 1024 - 2 ** 970), lambda: 10 ** 400 * 1.0, lambda: 1.5 - 10 ** 400,
             lambda: 10 ** 400 // 2.0, lambda: divmod(10 ** 400, 1.5), lambda: int(float('inf')),
             lambda: int(float('nan'))):
    try:
        print(make())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
