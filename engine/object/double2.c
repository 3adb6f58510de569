#include "object/double2.h"

#include <math.h>

/* ---- Exact sums and products (Dekker, Knuth) ----------------------------------------------- */

static Double2 sum(double a, double b) {
    double s = a + b, part = s - a;
    return (Double2){s, (a - (s - part)) + (b - part)};
}

/* The same where |a| >= |b|. */
static Double2 quick_sum(double a, double b) {
    double s = a + b;
    return (Double2){s, b - (s - a)};
}

static Double2 split(double a) {
    double t = 134217729.0 * a, hi = t - (t - a);
    return (Double2){hi, a - hi};
}

static Double2 product(double a, double b) {
    double p = a * b;
    Double2 x = split(a), y = split(b);
    return (Double2){p, ((x.hi * y.hi - p) + x.hi * y.lo + x.lo * y.hi) + x.lo * y.lo};
}

Double2 double2_add(Double2 a, Double2 b) {
    Double2 hi = sum(a.hi, b.hi), lo = sum(a.lo, b.lo);
    hi = quick_sum(hi.hi, hi.lo + lo.hi);
    return quick_sum(hi.hi, hi.lo + lo.lo);
}

Double2 double2_mul(Double2 a, Double2 b) {
    Double2 p = product(a.hi, b.hi);
    return quick_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

static Double2 negate(Double2 a) {
    return (Double2){-a.hi, -a.lo};
}

Double2 double2_div(Double2 a, Double2 b) {
    double q1 = a.hi / b.hi;
    Double2 rest = double2_add(a, negate(double2_mul(b, (Double2){q1, 0})));
    double q2 = rest.hi / b.hi;
    rest = double2_add(rest, negate(double2_mul(b, (Double2){q2, 0})));
    return double2_add(quick_sum(q1, q2), (Double2){rest.hi / b.hi, 0});
}

/* ---- Functions ----------------------------------------------------------------------------- */

/* k * log(2), the logarithm given by three doubles. */
static Double2 times_log2(double k) {
    Double2 high = product(k, 0x1.62e42fefa39efp-1);
    Double2 low = product(k, 0x1.abc9e3b39803fp-56);
    low.lo += k * 0x1.7b57a079a1934p-111;
    return double2_add(high, low);
}

/* exp(a) = 2^k * exp(r), |r| <= log(2) / 2, by its series. */
int double2_exp(Double2 a, Double2 *result) {
    enum { TERMS = 27 };
    double k = floor(a.hi / 0x1.62e42fefa39efp-1 + 0.5);
    Double2 r = double2_add(a, negate(times_log2(k))), s = {1, 0};
    for (int n = TERMS; n > 0; n--) {
        s = double2_div(double2_mul(s, r), (Double2){n, 0});
        s = double2_add((Double2){1, 0}, s);
    }
    *result = s;
    return (int)k;
}

/* log(x) = k log(2) + log(m), and log(m) = 2 artanh((m - 1) / (m + 1)) by its series. */
Double2 double2_log(double x) {
    enum { TERMS = 23 };
    int k;
    double m = frexp(x, &k);
    if (m < 0.70710678) {
        m *= 2;
        k--;
    }
    Double2 t = double2_div((Double2){m - 1, 0}, sum(m, 1)), square = double2_mul(t, t);
    Double2 s = {0, 0};
    for (int n = 2 * TERMS + 1; n > 0; n -= 2) {
        s = double2_mul(s, square);
        s = double2_add(s, double2_div((Double2){1, 0}, (Double2){n, 0}));
    }
    s = double2_mul(double2_mul(s, t), (Double2){2, 0});
    return double2_add(times_log2(k), s);
}

Double2 double2_power(double a, int n) {
    Double2 result = {1, 0}, square = {a, 0};
    for (int left = n < 0 ? -n : n; left > 0; left /= 2) {
        if (left % 2) result = double2_mul(result, square);
        if (left > 1) square = double2_mul(square, square);
    }
    return n < 0 ? double2_div((Double2){1, 0}, result) : result;
}

double double2_scale(Double2 a, int exponent) {
    int own;
    frexp(a.hi, &own);
    if (own + exponent > -1021) return ldexp(a.hi, exponent);
    double value = ldexp(a.hi, exponent + 1074), whole = floor(value);
    double rest = value - whole + ldexp(a.lo, exponent + 1074);
    if (rest > 0.5 || (rest == 0.5 && fmod(whole, 2) != 0)) whole++;
    return ldexp(whole, -1074);
}
