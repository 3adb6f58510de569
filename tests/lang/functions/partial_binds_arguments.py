from functools import partial


def power(base, exponent):
    return base ** exponent


square = partial(power, exponent=2)
two_to = partial(power, 2)
print(square(7), two_to(10), square(3, exponent=3))
print(two_to.args, square.keywords, square.func is power)
