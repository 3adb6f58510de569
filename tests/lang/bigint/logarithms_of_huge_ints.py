"""Logarithms work beyond the range of floats."""
import math
print(math.log(10 ** 400), math.log2(2 ** 5000), math.log10(10 ** 1000), math.log(2 ** 2000, 2))
print(math.log(10 ** 20), math.log2(2 ** 70), math.log10(10 ** 22))
for n in (0, -1, -10 ** 400):
    for function in (math.log, math.log2, math.log10):
        try:
            print(function(n))
        except ValueError as error:
            print(error)
print(math.ldexp(1.0, -10 ** 30))
try:
    math.ldexp(1.0, 10 ** 30)
except OverflowError as error:
    print(error)
