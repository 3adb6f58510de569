"""Common divisors, multiples and roots."""
import math
print(math.gcd(2 ** 70, 6 ** 40), math.gcd(10 ** 30, -10 ** 25, 0), math.gcd(), math.gcd(-2 ** 63))
print(math.lcm(2 ** 70, 3 ** 40), math.lcm(10 ** 20, -10 ** 21), math.lcm(), math.lcm(0, 10 ** 30), math.lcm(-2 ** 63))
print(math.isqrt(2 ** 201), math.isqrt(10 ** 60), math.isqrt(10 ** 60 - 1), math.prod(range(1, 30)))
for call in (lambda: math.isqrt(-10 ** 30), lambda: math.gcd(1.5), lambda: math.sqrt(10 ** 400)):
    try:
        print(call())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(math.sqrt(10 ** 300), math.hypot(3 * 10 ** 30, 4 * 10 ** 30))
