"""math's roundings of large floats are exact ints."""
import math
for x in (1e20, -1.5e19, 2.0 ** 100, 123456789.5):
    print(math.floor(x), math.ceil(x), math.trunc(x), x.__floor__(), x.__int__())
n = 10 ** 30
print(math.floor(n), math.ceil(n), math.trunc(-n), n.__index__(), abs(-n), +n, -n)
