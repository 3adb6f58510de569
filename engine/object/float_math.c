#include "object/float.h"

#include <math.h>

#include "object/decimal.h"
#include "object/int.h"

/* CPython: the remainder is exact and has the sign of the divisor; the quotient is the whole number
 * nearest to (a - remainder) / b. */
void float_divmod(double a, double b, double *quotient, double *remainder) {
    double rest = fmod(a, b), q = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) {
        rest += b;
        q -= 1;
    }
    if (rest == 0) rest = copysign(0.0, b);
    if (q != 0) {
        double whole = floor(q);
        q = q - whole > 0.5 ? whole + 1 : whole;
    } else {
        q = copysign(0.0, a / b);
    }
    *remainder = rest;
    *quotient = q;
}

double float_round(double value, int64_t digits) {
    enum { MOST = 323, LEAST = -308 }; /* nothing is rounded beyond, everything to zero below */
    if (!isfinite(value) || digits > MOST) return value;
    if (digits < LEAST) return 0.0 * value;
    Decimal d;
    decimal_exact(&d, value);
    decimal_round(&d, d.point + (int)digits);
    double result = decimal_value(d.digits, (size_t)d.count, d.point - d.count);
    return copysign(result, value);
}

int64_t float_hash_wide(double value) {
    enum { BITS = 61 };
    const uint64_t prime = (UINT64_C(1) << BITS) - 1;
    if (isnan(value)) return 0;
    if (isinf(value)) return value > 0 ? 314159 : -314159;
    int exponent;
    double mantissa = frexp(fabs(value), &exponent);
    uint64_t n = (uint64_t)ldexp(mantissa, 53);
    int turn = (exponent - 53) % BITS; /* times 2^k modulo 2^61 - 1 is a rotation by k */
    if (turn < 0) turn += BITS;
    n = ((n << turn) & prime) | (turn ? n >> (BITS - turn) : 0);
    int64_t hash = n == prime ? 0 : (int64_t)n;
    if (value < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

uint32_t float_hash(double value) {
    return int_hash_fold(float_hash_wide(value));
}
