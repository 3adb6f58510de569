#include "object/int.h"

#include <math.h>

#include "object/error.h"
#include "object/float.h"

static const double TWO_63 = 9223372036854775808.0;

static bool fits(Engine *e, bool overflow) {
    if (overflow) int_too_large(e);
    return !overflow;
}

bool int_add(Engine *e, int64_t a, int64_t b, int64_t *result) {
    return fits(e, __builtin_add_overflow(a, b, result));
}

bool int_sub(Engine *e, int64_t a, int64_t b, int64_t *result) {
    return fits(e, __builtin_sub_overflow(a, b, result));
}

bool int_mul(Engine *e, int64_t a, int64_t b, int64_t *result) {
    return fits(e, __builtin_mul_overflow(a, b, result));
}

bool int_floordiv(Engine *e, int64_t a, int64_t b, int64_t *result) {
    *result = 0;
    if (b == 0) { return err_false(e, T_ZeroDivisionError, "integer division or modulo by zero"); }
    if (b == -1) return int_sub(e, 0, a, result);
    *result = a / b - (a % b != 0 && (a < 0) != (b < 0));
    return true;
}

bool int_mod(Engine *e, int64_t a, int64_t b, int64_t *result) {
    *result = 0;
    if (b == 0) return err_false(e, T_ZeroDivisionError, "integer modulo by zero");
    if (b == -1) return true;
    int64_t rest = a % b;
    *result = rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    return true;
}

bool int_pow(Engine *e, int64_t a, int64_t b, int64_t *result) {
    *result = 1;
    if (a == 1 || b == 0) return true;
    if (a == 0 || a == -1) {
        *result = a == 0 ? 0 : b % 2 ? -1 : 1;
        return true;
    }
    for (;;) {
        if (b % 2 && !int_mul(e, *result, a, result)) return false;
        b /= 2;
        if (b == 0) return true;
        if (!int_mul(e, a, a, &a)) return false;
    }
}

static uint64_t magnitude(int64_t a) {
    return a < 0 ? 0 - (uint64_t)a : (uint64_t)a;
}

static int bit_length(uint64_t a) {
    int bits = 0;
    for (; a; a >>= 1) bits++;
    return bits;
}

/* 55 or more bits of the quotient by long division, the last one made odd if something is left:
 * rounding that to a double is rounding the quotient itself. */
double int_true_divide(int64_t a, int64_t b) {
    uint64_t rest = magnitude(a), divisor = magnitude(b), quotient = rest / divisor;
    rest %= divisor;
    int shift = 0;
    while (rest != 0 && bit_length(quotient) < 55) {
        quotient = quotient * 2 + (rest >= divisor - rest);
        rest = rest >= divisor - rest ? rest - (divisor - rest) : rest * 2;
        shift++;
    }
    double result = ldexp((double)(quotient | (rest != 0)), -shift);
    return (a < 0) != (b < 0) ? -result : result;
}

static Obj *shift_left(Engine *e, int64_t a, int64_t count) {
    if (count < 0) return err_null(e, T_ValueError, "negative shift count");
    if (a == 0) return int_new(e, 0);
    int64_t limit = count < 64 ? INT64_MAX >> count : 0;
    if (count > 63 || a > limit || a < -limit - 1) return int_too_large(e);
    return int_new(e, (int64_t)((uint64_t)a << count));
}

/* Shifting a negative value is defined by way of its complement. */
static Obj *shift_right(Engine *e, int64_t a, int64_t count) {
    if (count < 0) return err_null(e, T_ValueError, "negative shift count");
    if (count > 63) count = 63;
    return int_new(e, a < 0 ? ~(~a >> count) : a >> count);
}

static Obj *true_divide(Engine *e, int64_t a, int64_t b) {
    if (b == 0) return err_null(e, T_ZeroDivisionError, "division by zero");
    return float_new(e, int_true_divide(a, b));
}

static Obj *power(Engine *e, int64_t a, int64_t b) {
    int64_t result;
    double x;
    if (b >= 0) return int_pow(e, a, b, &result) ? int_new(e, result) : NULL;
    return float_pow(e, (double)a, (double)b, &x) ? float_new(e, x) : NULL;
}

Obj *int_binary(Engine *e, BinaryOp op, int64_t a, int64_t b) {
    int64_t r;
    switch (op) {
    case OP_ADD: return int_add(e, a, b, &r) ? int_new(e, r) : NULL;
    case OP_SUB: return int_sub(e, a, b, &r) ? int_new(e, r) : NULL;
    case OP_MUL: return int_mul(e, a, b, &r) ? int_new(e, r) : NULL;
    case OP_FLOORDIV: return int_floordiv(e, a, b, &r) ? int_new(e, r) : NULL;
    case OP_MOD: return int_mod(e, a, b, &r) ? int_new(e, r) : NULL;
    case OP_TRUEDIV: return true_divide(e, a, b);
    case OP_POW: return power(e, a, b);
    case OP_LSHIFT: return shift_left(e, a, b);
    case OP_RSHIFT: return shift_right(e, a, b);
    case OP_AND: return int_new(e, a & b);
    case OP_OR: return int_new(e, a | b);
    case OP_XOR: return int_new(e, a ^ b);
    default: ASSERT(false, "ints know no such operator"); return NULL;
    }
}

/* ---- pow with a modulus -------------------------------------------------------------------- */

/* a * b mod m for a, b < m <= 2^63, by doubling: no wider type is needed. */
static uint64_t multiply_modulo(uint64_t a, uint64_t b, uint64_t m) {
    if (a <= UINT32_MAX && b <= UINT32_MAX) return a * b % m;
    uint64_t result = 0;
    for (; b; b >>= 1) {
        if (b & 1) result = result >= m - a ? result - (m - a) : result + a;
        a = a >= m - a ? a - (m - a) : a + a;
    }
    return result;
}

/* The x with a * x = 1 (mod m), 0 <= a < m, or 0. */
static uint64_t inverse_modulo(uint64_t a, uint64_t m) {
    uint64_t r0 = m, r1 = a, t0 = 0, t1 = 1 % m;
    while (r1 != 0) {
        uint64_t q = r0 / r1, r2 = r0 % r1;
        uint64_t step = multiply_modulo(q % m, t1, m);
        uint64_t t2 = t0 >= step ? t0 - step : t0 + (m - step);
        r0 = r1, r1 = r2, t0 = t1, t1 = t2;
    }
    return r0 == 1 ? t0 : 0;
}

Obj *int_pow_mod(Engine *e, int64_t base, int64_t exponent, int64_t modulus) {
    if (modulus == 0) return err_null(e, T_ValueError, "pow() 3rd argument cannot be 0");
    uint64_t m = magnitude(modulus), b = magnitude(base) % m, result = 1 % m;
    if (base < 0 && b != 0) b = m - b;
    if (exponent < 0) {
        b = inverse_modulo(b, m);
        if (b == 0 && m != 1) {
            return err_null(e, T_ValueError, "base is not invertible for the given modulus");
        }
    }
    for (uint64_t n = magnitude(exponent); n; n >>= 1) {
        if (n & 1) result = multiply_modulo(result, b, m);
        b = multiply_modulo(b, b, m);
    }
    /* The result has the sign of the modulus, like %. */
    return int_new(e, modulus < 0 && result ? -(int64_t)(m - result) : (int64_t)result);
}

/* ---- Floats and hashes --------------------------------------------------------------------- */

Obj *int_from_double(Engine *e, double value) {
    if (isnan(value)) return err_null(e, T_ValueError, "cannot convert float NaN to integer");
    if (isinf(value)) {
        return err_null(e, T_OverflowError, "cannot convert float infinity to integer");
    }
    if (value >= TWO_63 || value < -TWO_63) return int_too_large(e);
    return int_new(e, (int64_t)value);
}

int int_compare_double(int64_t a, double b) {
    if (isnan(b)) return 2;
    if (b >= TWO_63) return -1;
    if (b < -TWO_63) return 1;
    int64_t whole = (int64_t)b;
    if (a != whole) return a < whole ? -1 : 1;
    double fraction = b - trunc(b);
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
}

int64_t int_hash_wide(int64_t value) {
    const uint64_t prime = (UINT64_C(1) << 61) - 1;
    int64_t hash = (int64_t)(magnitude(value) % prime);
    if (value < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

uint32_t int_hash_fold(int64_t wide) {
    uint64_t bits = (uint64_t)wide;
    return (uint32_t)(bits ^ bits >> 32);
}

uint32_t int_hash(int64_t value) {
    return int_hash_fold(int_hash_wide(value));
}
