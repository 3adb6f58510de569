"""math's counting functions."""
import math
print(math.factorial(25), math.factorial(50), math.factorial(0), len(str(math.factorial(1000))))
print(math.comb(100, 50), math.comb(10 ** 20, 3), math.comb(10 ** 30, 10 ** 30 - 2), math.comb(5, 10 ** 30))
print(math.perm(30, 20), math.perm(10 ** 20, 3), math.perm(25), math.perm(3, 10 ** 30))
for make in (lambda: math.factorial(10 ** 30), lambda: math.factorial(-10 ** 30), lambda: math.comb(-1, 2),
             lambda: math.comb(3, -10 ** 30), lambda: math.perm(10 ** 30, 10 ** 30), lambda: math.factorial(2.0),
             lambda: math.comb(10 ** 60, 10 ** 30)):
    try:
        print(make())
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
