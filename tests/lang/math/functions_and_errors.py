import math

print(math.sqrt(2), math.log(8,2), math.fsum([.1]*10), math.prod([1,2,3]), math.hypot(3,4), math.hypot(1,2,3), math.dist((1,2),(4,6)), math.isqrt(17), math.comb(5,2), math.factorial(10), math.gcd(12,18), math.lcm(4,6), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.isclose(0.1+0.2,0.3), math.inf, math.nan, math.pi, math.fmod(-7,3), math.modf(1.5), math.frexp(8), math.ulp(1.0), math.perm(5,2), math.fsum([1e16,1,-1e16]), math.sumprod([1,2],[3,4]))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.pow(0,-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.floor('a'), lambda: math.sin(1,2), lambda: math.trunc('a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sum([0.1]*10), sum([1,2.5,3]), sum([[1],[2]],[]), sum((0.1,0.2,0.3)), sum([1e16,1,-1e16]), sum([True,2]), sum([0.1,1,0.2]))
