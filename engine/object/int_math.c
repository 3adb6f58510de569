#include "object/int.h"

#include <math.h>

#include "object/bigint.h"
#include "object/error.h"
#include "object/float.h"
#include "object/number.h"

static const double TWO_63 = 9223372036854775808.0;

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
    const uint64_t exact = (uint64_t)1 << 53; /* up to here a double holds every integer */
    if (magnitude(a) <= exact && magnitude(b) <= exact) return (double)a / (double)b;
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

/* ---- Operators on what fits; NULL without an exception: the result may not ---------------------
 */

static Obj *sum(Engine *e, int64_t a, int64_t b) {
    int64_t r;
    return __builtin_add_overflow(a, b, &r) ? NULL : int_new(e, r);
}

static Obj *difference(Engine *e, int64_t a, int64_t b) {
    int64_t r;
    return __builtin_sub_overflow(a, b, &r) ? NULL : int_new(e, r);
}

static Obj *product(Engine *e, int64_t a, int64_t b) {
    int64_t r;
    return __builtin_mul_overflow(a, b, &r) ? NULL : int_new(e, r);
}

static int64_t floor_quotient(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t floor_rest(int64_t a, int64_t b) {
    int64_t rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

/* Zero is refused and -1 may overflow: both are left to the other side. */
static Obj *quotient(Engine *e, int64_t a, int64_t b) {
    return b == 0 || b == -1 ? NULL : int_new(e, floor_quotient(a, b));
}

static Obj *modulo(Engine *e, int64_t a, int64_t b) {
    return b == 0 || b == -1 ? NULL : int_new(e, floor_rest(a, b));
}

static Obj *shift_left(Engine *e, int64_t a, int64_t count) {
    if (count < 0 || count > 62) return NULL;
    int64_t limit = INT64_MAX >> count;
    if (a > limit || a < -limit - 1) return NULL;
    return int_new(e, (int64_t)((uint64_t)a << count));
}

/* Shifting a negative value is defined by way of its complement. */
static Obj *shift_right(Engine *e, int64_t a, int64_t count) {
    if (count < 0) return NULL;
    if (count > 63) count = 63;
    return int_new(e, a < 0 ? ~(~a >> count) : a >> count);
}

static Obj *true_divide(Engine *e, int64_t a, int64_t b) {
    return b == 0 ? NULL : float_new(e, int_true_divide(a, b));
}

/* By squaring; the last square is not needed, so that its overflow is none. */
static Obj *power(Engine *e, int64_t a, int64_t b) {
    int64_t result = 1;
    if (b < 0) return NULL;
    while (b > 0) {
        if (b % 2 && __builtin_mul_overflow(result, a, &result)) return NULL;
        b /= 2;
        if (b > 0 && __builtin_mul_overflow(a, a, &a)) return NULL;
    }
    return int_new(e, result);
}

static Obj *small_binary(Engine *e, BinaryOp op, int64_t a, int64_t b) {
    switch (op) {
    case OP_ADD: return sum(e, a, b);
    case OP_SUB: return difference(e, a, b);
    case OP_MUL: return product(e, a, b);
    case OP_FLOORDIV: return quotient(e, a, b);
    case OP_MOD: return modulo(e, a, b);
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

static bool is_small(const Obj *a, const Obj *b) {
    return !((const Int *)a)->big && !((const Int *)b)->big;
}

Obj *int_binary(Engine *e, BinaryOp op, const Obj *a, const Obj *b) {
    if (is_small(a, b)) {
        Obj *result = small_binary(e, op, int_value(a), int_value(b));
        if (result || err_occurred(e)) return result;
    }
    return big_binary(e, op, a, b);
}

Obj *int_divmod(Engine *e, const Obj *a, const Obj *b) {
    int64_t x = int_value(a), y = int_value(b);
    if (!is_small(a, b) || y == 0 || y == -1) return big_divmod(e, a, b);
    return number_pair(e, int_new(e, floor_quotient(x, y)), int_new(e, floor_rest(x, y)));
}

Obj *int_negative(Engine *e, const Obj *a) {
    int64_t value = int_value(a);
    if (!int_is_big(a) && value != INT64_MIN) return int_new(e, -value);
    return big_binary(e, OP_SUB, e->false_, a);
}

Obj *int_invert(Engine *e, const Obj *a) {
    return int_is_big(a) ? big_invert(e, a) : int_new(e, ~int_value(a));
}

int int_compare(const Obj *a, const Obj *b) {
    if (is_small(a, b)) return int_value(a) < int_value(b) ? -1 : int_value(a) > int_value(b);
    BigArg x, y;
    int order = mpz_cmp(big_arg(&x, a), big_arg(&y, b));
    return order < 0 ? -1 : order > 0;
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

static Obj *pow_mod(Engine *e, int64_t base, int64_t exponent, int64_t modulus) {
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

Obj *int_pow_mod(Engine *e, const Obj *base, const Obj *exponent, const Obj *modulus) {
    if (int_is_big(base) || int_is_big(exponent) || int_is_big(modulus)) {
        return big_pow_mod(e, base, exponent, modulus);
    }
    return pow_mod(e, int_value(base), int_value(exponent), int_value(modulus));
}

/* ---- Floats and hashes --------------------------------------------------------------------- */

Obj *int_from_double(Engine *e, double value) {
    if (isnan(value)) return err_null(e, T_ValueError, "cannot convert float NaN to integer");
    if (isinf(value)) {
        return err_null(e, T_OverflowError, "cannot convert float infinity to integer");
    }
    if (value >= TWO_63 || value < -TWO_63) return big_from_double(e, value);
    return int_new(e, (int64_t)value);
}

static const uint64_t HASH_PRIME = (UINT64_C(1) << 61) - 1;

static int64_t with_sign(uint64_t hash, bool negative) {
    int64_t result = negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

/* Times 2**k modulo 2**61 - 1 is a rotation by k. */
static uint64_t rotate(uint64_t hash, int k) {
    return (hash << k & HASH_PRIME) | hash >> (61 - k);
}

static int64_t big_hash(const Limbs *limbs) {
    uint64_t hash = 0;
    for (size_t i = limbs->count; i-- > 0;) {
        hash = rotate(hash, GMP_NUMB_BITS % 61) + limbs->limb[i] % HASH_PRIME;
        if (hash >= HASH_PRIME) hash -= HASH_PRIME;
    }
    return with_sign(hash, limbs->negative != 0);
}

static int64_t small_hash(int64_t value) {
    return with_sign(magnitude(value) % HASH_PRIME, value < 0);
}

int64_t int_hash_wide(const Obj *o) {
    const Int *n = (const Int *)o;
    return n->big ? big_hash(n->big) : small_hash(n->value);
}

uint32_t int_hash_fold(int64_t wide) {
    uint64_t bits = (uint64_t)wide;
    return (uint32_t)(bits ^ bits >> 32);
}

uint32_t int_hash(int64_t value) {
    return int_hash_fold(small_hash(value));
}
