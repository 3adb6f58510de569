import math


def say(name, *arguments, **options):
    try:
        print(name, arguments, options, getattr(math, name)(*arguments, **options))
    except Exception as error:
        print(name, arguments, options, type(error).__name__, error)


inf, nan = math.inf, math.nan
for name in 'gamma', 'degrees', 'radians', 'ulp', 'frexp', 'modf', 'sqrt', 'isfinite', 'isinf', 'isnan', 'log', 'log2', 'log10', 'floor', 'ceil', 'trunc':
    for value in 0.0, 1.0, 4.0, -2.0, inf, -inf, nan, 'text', None:
        say(name, value)
for name in 'fmod', 'remainder', 'nextafter', 'atan2', 'copysign', 'pow':
    for pair in (7.0, 2.0), (7.0, 0.0), (inf, 2.0), (2.0, inf), (nan, 1.0), (1.0, nan), (-8.0, 0.5), (0.0, -1.0), ('a', 1.0), (1.0, 'a'):
        say(name, *pair)
say('nextafter', 1.0, 2.0, steps=3)
say('nextafter', 1.0, 2.0, steps=-3)
say('nextafter', 1.0, 2.0, steps='many')
for triple in (2.0, 3.0, 4.0), (inf, 0.0, 1.0), (1e308, 10.0, 1.0), (nan, 1.0, 1.0), (inf, 1.0, -inf), ('a', 1.0, 1.0), (1.0, 1.0, 'a'):
    say('fma', *triple)
say('isclose', 1.0, 1.0 + 1e-10)
say('isclose', 1.0, 1.1, rel_tol=0.2)
say('isclose', 1.1, 1.0, rel_tol=0.095)
say('isclose', 1.0, 1.1, abs_tol=0.2)
say('isclose', inf, inf)
say('isclose', inf, 1.0)
say('isclose', 1.0, inf)
say('isclose', 1.0, 1.0, rel_tol=-1.0)
say('isclose', 1.0, 1.0, abs_tol=-1.0)
say('isclose', 1.0, 1.0, rel_tol='a')
say('isclose', 1.0, 1.0, abs_tol='a')
say('isclose', 'a', 1.0)
say('log', 8, 2)
say('log', 8, 1)
say('log', 8, 0)
say('log', -10 ** 400)
say('log', 8, 'a')
say('ldexp', 1.0, 2000)
say('ldexp', 1.0, -2000)
say('ldexp', inf, 3)
say('ldexp', 'a', 3)
say('gamma', 6)
for name in 'factorial', 'isqrt', 'gcd', 'lcm', 'comb', 'perm', 'dist', 'hypot', 'sumprod':
    for arguments in (), (5,), (-5,), (5, 3), (3, 5), (5, -3), ('a',), (2.5,), ([1, 2, 3],), ([1, 2], [3, 4]), ([1], [2, 3]), ([1, 'a'],):
        say(name, *arguments)
for name in 'prod', 'fsum':
    for argument in [1, 2, 3], [0.1] * 10, [1, 'a'], (), 5, [1e308, 1e308, -1e308], [inf, -inf], [nan]:
        say(name, argument)
