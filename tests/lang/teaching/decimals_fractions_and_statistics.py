from decimal import *
from fractions import Fraction as F
import statistics as st, math
getcontext().prec = 10
a, b = Decimal("1.10"), Decimal("3")
print(a + b, a / b, a * b, a ** 2, a // b, -a % b, divmod(b, a), a.quantize(Decimal(".1"), ROUND_HALF_UP), round(a, 1), Decimal("2.675").quantize(Decimal("0.01")), Decimal(0.1), Decimal("1E+5"), Decimal("1e-8"), Decimal("-0"), Decimal("NaN"), Decimal("Infinity"), repr(a), str(a), f"{a:.3f} {a:>10} {a:e} {Decimal(1234567):,}")
for f in (lambda: Decimal("x"), lambda: a / 0, lambda: Decimal(0) / 0, lambda: a + 1.5, lambda: Decimal("sNaN") + 1, lambda: a.sqrt(), lambda: Decimal(-1).sqrt(), lambda: a.compare(b), lambda: a == 1.1, lambda: a < 1.2, lambda: max(a, b), lambda: sum([a, b]), lambda: int(a), lambda: float(a), lambda: hash(Decimal(1)) == hash(1), lambda: a.as_tuple(), lambda: a.normalize(), lambda: Decimal((1, (1, 2), -1)), lambda: a.adjusted(), lambda: Decimal("1e400") * 10, lambda: Decimal(5).exp(), lambda: Decimal(2).ln(), lambda: Decimal("1.23456789012345"), lambda: +Decimal("1.23456789012345"), lambda: a.to_eng_string(), lambda: Decimal("12").logical_and(1), lambda: a.is_signed(), lambda: math.floor(a), lambda: a.as_integer_ratio(), lambda: Decimal.from_float(0.5), lambda: b.fma(2, 3), lambda: Decimal("1_000"), lambda: a.copy_sign(-b), lambda: Decimal(True), lambda: Decimal([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, type(e).__mro__[1].__name__)
with localcontext() as ctx:
    ctx.prec = 3; ctx.rounding = ROUND_DOWN; print(Decimal(2) / 3, ctx)
print(getcontext().flags[Inexact], getcontext())
x = F(3, 4); y = F("0.25"); print(x, repr(x), x + y, x * y, x / y, x ** 2, x ** 0.5, F(0.1).limit_denominator(100), x.numerator, F("3/6"), F(1.5), x > 0.5, float(x), round(F(7, 2)), math.floor(F(-7, 2)), F(5) == 5, hash(F(1, 2)) == hash(0.5), f"{F(1, 3):.4f} {F(22, 7):>10}", x % y, divmod(F(7, 2), 1), -x, abs(-x), F(Decimal("0.5")), x.as_integer_ratio(), F(7, 3).__trunc__(), sum([F(1, 3)] * 3))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: x / 0, lambda: F("1/0"), lambda: F(None), lambda: x < "a", lambda: F(float("nan"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = [2, 4, 4, 5, 7, 9]
print(st.mean(d), st.median(d), st.mode(d), st.stdev(d), st.pstdev(d), st.variance(d), st.quantiles(d, n=4), st.median_low(d), st.median_high(d), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.multimode("aabbc"), st.fmean(d), st.fmean([3, 5], weights=[1, 3]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.covariance([1, 2], [3, 5]), st.median_grouped([1, 2, 2, 3]), st.mean([F(1, 2), F(1, 3)]), st.mean([Decimal("1.5"), 2]), st.NormalDist(0, 1).cdf(1.96), st.NormalDist.from_samples(d))
for f in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([]), lambda: st.mean("ab"), lambda: st.quantiles([1]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.correlation([1], [2])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 18, 8), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([.1] * 10), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.copysign(1, -0.0), math.modf(-1.5), math.frexp(8), math.ldexp(1, 5), math.trunc(-1.5), math.nextafter(1, 2), math.ulp(1.0), math.cbrt(27), math.exp2(3), math.log(8, 2), math.log2(8), math.log10(1000), math.degrees(math.pi), math.sumprod([1, 2], [3, 4]), math.fma(2, 3, 4), math.remainder(7, 3), math.e, math.tau, math.inf, math.nan)
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.sqrt("a"), lambda: math.pow(0, -1), lambda: math.acos(2), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.prod("ab"), lambda: math.dist((1,), (1, 2)), lambda: math.log(-5), lambda: math.ceil("x"), lambda: math.fsum(["a"]), lambda: math.hypot("a"), lambda: math.sin(math.inf), lambda: math.gamma(0), lambda: math.lgamma(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
