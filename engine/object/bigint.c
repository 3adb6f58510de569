#include "object/bigint.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "object/error.h"
#include "object/float.h"
#include "object/number.h"

/* ---- Looking ------------------------------------------------------------------------------- */

static uint64_t magnitude(int64_t value) {
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

void big_view(BigView *v, const Obj *o) {
    const Int *n = (const Int *)o;
    if (n->big) {
        v->limb = n->big->limb;
        v->count = n->big->count;
        v->negative = n->big->negative != 0;
        return;
    }
    uint64_t rest = magnitude(n->value);
    v->negative = n->value < 0;
    v->limb = v->own;
    v->count = 1;
    for (size_t i = 0; i < BIG_OWN; i++) {
        v->own[i] = (mp_limb_t)rest;
        if (v->own[i]) v->count = i + 1;
        rest = BIG_OWN > 1 ? rest >> 32 : 0;
    }
}

mpz_srcptr big_arg(BigArg *a, const Obj *o) {
    big_view(&a->view, o);
    mp_size_t count = (mp_size_t)a->view.count;
    return mpz_roinit_n(a->z, a->view.limb, a->view.negative ? -count : count);
}

size_t big_bits(const Obj *o) {
    BigArg a;
    mpz_srcptr z = big_arg(&a, o);
    return mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0;
}

size_t big_ones(const Obj *o) {
    BigView v;
    big_view(&v, o);
    return mpn_popcount(v.limb, (mp_size_t)v.count);
}

/* ---- Limits -------------------------------------------------------------------------------- */

/* No int takes more than this share of the memory. */
enum { BIGGEST_SHARE = 8 };

bool big_room(Engine *e, double bits) {
    if (bits / 8 <= (double)(e->arena.size / BIGGEST_SHARE)) return true;
    err_memory(e);
    return false;
}

/* About as long as so many instructions take: products cost the square of the size at first; GMP's
 * ways for large ones let the cost of a limb grow no further. */
bool big_charge(Engine *e, size_t a, size_t b, double times) {
    enum { SQUARE_UNTIL = 256, LIMBS_PER_INSTRUCTION = 64 };
    size_t least = a < b ? a : b;
    double each = least < SQUARE_UNTIL ? (double)least : SQUARE_UNTIL;
    double cost = (double)(a + b) * each / LIMBS_PER_INSTRUCTION * times;
    return cost < 1 || vm_charge(e, cost < 1e15 ? (uint64_t)cost : (uint64_t)1e15);
}

/* ---- Making -------------------------------------------------------------------------------- */

Int *big_new(Engine *e, size_t limbs) {
    if (!big_room(e, (double)limbs * GMP_NUMB_BITS)) return NULL;
    size_t size = sizeof(Int) + sizeof(Limbs) + limbs * sizeof(mp_limb_t);
    Int *n = (Int *)obj_new(e, TYPE(e, int), size);
    if (n) n->big = (Limbs *)(void *)(n + 1);
    return n;
}

/* Whether a magnitude has a place among the 64-bit values. */
static bool fits(const mp_limb_t *limb, size_t count, bool negative, int64_t *value) {
    if (count > BIG_OWN) return false;
    uint64_t m = 0;
    for (size_t i = count; i-- > 0;) m = (BIG_OWN > 1 ? m << 32 : 0) | limb[i];
    if (m > (uint64_t)INT64_MAX + negative) return false;
    *value = negative ? (int64_t)(0 - m) : (int64_t)m;
    return true;
}

Obj *big_finish(Engine *e, Int *n, size_t limbs, bool negative) {
    const mp_limb_t *limb = n->big->limb;
    int64_t value;
    while (limbs > 0 && limb[limbs - 1] == 0) limbs--;
    if (fits(limb, limbs, negative, &value)) {
        decref(e, n);
        return int_new(e, value);
    }
    n->big->count = (uint32_t)limbs;
    n->big->negative = negative;
    n->value = negative ? INT64_MIN : INT64_MAX;
    return OBJ(n);
}

Obj *big_take(Engine *e, mpz_t z) {
    size_t limbs = mpz_size(z);
    Int *n = big_new(e, limbs);
    if (n && limbs) memcpy(n->big->limb, mpz_limbs_read(z), limbs * sizeof(mp_limb_t));
    bool negative = mpz_sgn(z) < 0;
    mpz_clear(z);
    return n ? big_finish(e, n, limbs, negative) : NULL;
}

/* ---- Sums and products --------------------------------------------------------------------- */

static Obj *add_magnitudes(Engine *e, const BigView *a, const BigView *b, bool negative) {
    if (a->count < b->count) return add_magnitudes(e, b, a, negative);
    Int *n = big_new(e, a->count + 1);
    if (!n) return NULL;
    n->big->limb[a->count] =
        mpn_add(n->big->limb, a->limb, (mp_size_t)a->count, b->limb, (mp_size_t)b->count);
    return big_finish(e, n, a->count + 1, negative);
}

static int compare_magnitudes(const BigView *a, const BigView *b) {
    if (a->count != b->count) return a->count < b->count ? -1 : 1;
    return mpn_cmp(a->limb, b->limb, (mp_size_t)a->count);
}

/* |a| - |b| with the sign that a has. */
static Obj *subtract_magnitudes(Engine *e, const BigView *a, const BigView *b, bool negative) {
    if (compare_magnitudes(a, b) < 0) return subtract_magnitudes(e, b, a, !negative);
    Int *n = big_new(e, a->count);
    if (!n) return NULL;
    mpn_sub(n->big->limb, a->limb, (mp_size_t)a->count, b->limb, (mp_size_t)b->count);
    return big_finish(e, n, a->count, negative);
}

static Obj *add(Engine *e, const Obj *x, const Obj *y, bool subtract) {
    BigView a, b;
    big_view(&a, x);
    big_view(&b, y);
    if (!big_charge(e, a.count + b.count, 1, 1)) return NULL;
    bool same = a.negative == (b.negative != subtract);
    return same ? add_magnitudes(e, &a, &b, a.negative)
                : subtract_magnitudes(e, &a, &b, a.negative);
}

static Obj *multiply(Engine *e, const Obj *x, const Obj *y) {
    BigView a, b;
    big_view(&a, x);
    big_view(&b, y);
    const BigView *more = a.count >= b.count ? &a : &b, *less = more == &a ? &b : &a;
    Int *n = big_new(e, a.count + b.count);
    if (!n) return NULL;
    if (!big_charge(e, a.count, b.count, 1)) {
        decref(e, n);
        return NULL;
    }
    if (x == y) {
        mpn_sqr(n->big->limb, a.limb, (mp_size_t)a.count);
    } else {
        mpn_mul(n->big->limb, more->limb, (mp_size_t)more->count, less->limb,
                (mp_size_t)less->count);
    }
    return big_finish(e, n, a.count + b.count, a.negative != b.negative);
}

/* ---- Division ------------------------------------------------------------------------------ */

enum { DIVISION_TIMES = 3 }; /* what dividing costs, in products */

static Obj *divide(Engine *e, BinaryOp op, const Obj *x, const Obj *y) {
    BigArg a, b;
    mpz_srcptr n = big_arg(&a, x), d = big_arg(&b, y);
    if (mpz_sgn(d) == 0) {
        return err_null(e, T_ZeroDivisionError,
                        op == OP_MOD ? "integer modulo by zero"
                                     : "integer division or modulo by zero");
    }
    if (!big_charge(e, a.view.count, b.view.count, DIVISION_TIMES)) return NULL;
    mpz_t result;
    mpz_init(result);
    (op == OP_MOD ? mpz_fdiv_r : mpz_fdiv_q)(result, n, d);
    return big_take(e, result);
}

Obj *big_divmod(Engine *e, const Obj *x, const Obj *y) {
    Obj *quotient = divide(e, OP_FLOORDIV, x, y);
    if (!quotient) return NULL;
    return number_pair(e, quotient, divide(e, OP_MOD, x, y));
}

/* A quotient of two or more spare bits, the last of them 1 where something is lost, to a double. */
static double round_quotient(mpz_t q, int64_t shift, bool capped) {
    uint64_t bits = 0;
    for (size_t i = mpz_size(q); i-- > 0;) {
        bits = (BIG_OWN > 1 ? bits << 32 : 0) | mpz_getlimbn(q, (mp_size_t)i);
    }
    if (capped && mpz_sizeinbase(q, 2) <= 55) { /* the last place of a denormal is 4 units here */
        uint64_t rest = bits & 3, whole = bits >> 2;
        whole += rest > 2 || (rest == 2 && (whole & 1));
        return ldexp((double)whole, (int)(2 - shift));
    }
    return ldexp((double)bits, (int)-shift);
}

/* The quotient is scaled to about 60 bits, fewer where the result has fewer. */
static Obj *true_divide(Engine *e, const Obj *x, const Obj *y) {
    enum { WANTED = 60, LAST_PLACE = 1074 + 2, FURTHEST = 1100 };
    BigArg a, b;
    mpz_srcptr n = big_arg(&a, x), d = big_arg(&b, y);
    if (mpz_sgn(d) == 0) return err_null(e, T_ZeroDivisionError, "division by zero");
    bool negative = (mpz_sgn(n) < 0) != (mpz_sgn(d) < 0);
    if (mpz_sgn(n) == 0) return float_new(e, negative ? -0.0 : 0.0);
    int64_t difference = (int64_t)mpz_sizeinbase(n, 2) - (int64_t)mpz_sizeinbase(d, 2);
    if (difference < -FURTHEST) return float_new(e, negative ? -0.0 : 0.0);
    int64_t shift = WANTED - difference;
    bool capped = shift > LAST_PLACE;
    if (capped) shift = LAST_PLACE;
    double result = HUGE_VAL;
    if (difference < FURTHEST) {
        if (!big_charge(e, a.view.count, b.view.count, DIVISION_TIMES)) return NULL;
        mpz_t q, r, scaled;
        mpz_inits(q, r, scaled, NULL);
        mpz_mul_2exp(scaled, shift > 0 ? n : d, (mp_bitcnt_t)(shift > 0 ? shift : -shift));
        mpz_tdiv_qr(q, r, shift > 0 ? scaled : n, shift > 0 ? d : scaled);
        mpz_abs(q, q);
        if (mpz_sgn(r)) mpz_setbit(q, 0);
        result = round_quotient(q, shift, capped);
        mpz_clears(q, r, scaled, NULL);
    }
    if (isinf(result)) {
        return err_null(e, T_OverflowError, "integer division result too large for a float");
    }
    return float_new(e, negative ? -result : result);
}

/* ---- Shifts, bits -------------------------------------------------------------------------- */

/* CPython asks for memory up to the digits, of 30 bits in 4 bytes, that a Py_ssize_t can count. */
static Obj *refuse_shift(Engine *e, const Obj *count) {
    BigArg a;
    if (mpz_get_d(big_arg(&a, count)) < 30.0 * 0x1p61) {
        err_memory(e);
        return NULL;
    }
    return err_null(e, T_OverflowError, "too many digits in integer");
}

static Obj *shift(Engine *e, bool left, const Obj *x, const Obj *count_object) {
    int64_t count = int_value(count_object);
    BigArg a;
    mpz_srcptr z = big_arg(&a, x);
    int sign = mpz_sgn(z);
    if (count < 0) return err_null(e, T_ValueError, "negative shift count");
    if (sign == 0) return int_new(e, 0);
    if (left && int_is_big(count_object)) return refuse_shift(e, count_object);
    double bits = (double)mpz_sizeinbase(z, 2);
    if (!left && (double)count >= bits) return int_new(e, sign < 0 ? -1 : 0);
    if (left && !big_room(e, bits + (double)count)) return NULL;
    if (!big_charge(e, a.view.count + (left ? (size_t)count / GMP_NUMB_BITS : 0), 1, 1))
        return NULL;
    mpz_t result;
    mpz_init(result);
    (left ? mpz_mul_2exp : mpz_fdiv_q_2exp)(result, z, (mp_bitcnt_t)count);
    return big_take(e, result);
}

static Obj *logic(Engine *e, void (*function)(mpz_ptr, mpz_srcptr, mpz_srcptr), const Obj *x,
                  const Obj *y) {
    BigArg a, b;
    mpz_srcptr n = big_arg(&a, x), m = big_arg(&b, y);
    if (!big_charge(e, a.view.count + b.view.count, 1, 1)) return NULL;
    mpz_t result;
    mpz_init(result);
    function(result, n, m);
    return big_take(e, result);
}

Obj *big_invert(Engine *e, const Obj *x) {
    BigArg a;
    mpz_t result;
    mpz_init(result);
    mpz_com(result, big_arg(&a, x));
    return big_take(e, result);
}

/* ---- Powers -------------------------------------------------------------------------------- */

static Obj *power(Engine *e, const Obj *x, const Obj *exponent) {
    double base, negative_power, result;
    if (int_value(exponent) < 0) {
        bool ok = int_to_double(e, x, &base) && int_to_double(e, exponent, &negative_power) &&
                  float_pow(e, base, negative_power, &result);
        return ok ? float_new(e, result) : NULL;
    }
    int64_t value = int_value(x), times = int_value(exponent);
    BigArg n;
    mpz_srcptr exponent_z = big_arg(&n, exponent);
    if (value >= -1 && value <= 1) {
        bool one = times == 0 || value * value == 1;
        return int_new(e, !one ? 0 : value < 0 && mpz_odd_p(exponent_z) ? -1 : 1);
    }
    BigArg a;
    mpz_srcptr z = big_arg(&a, x);
    /* At least 2 ** (bits - 1); a power of two is exactly that. */
    double bits = (double)(mpz_sizeinbase(z, 2) - 1) * (double)times;
    if (!big_room(e, bits) || !big_room(e, (double)times)) return NULL;
    size_t limbs = (size_t)(bits / GMP_NUMB_BITS) + 1;
    if (!big_charge(e, limbs / 2, limbs / 2, 2)) return NULL;
    mpz_t power_z;
    mpz_init(power_z);
    mpz_pow_ui(power_z, z, (unsigned long)times);
    return big_take(e, power_z);
}

Obj *big_pow_mod(Engine *e, const Obj *base, const Obj *exponent, const Obj *modulus) {
    BigArg a, b, c;
    mpz_srcptr x = big_arg(&a, base), n = big_arg(&b, exponent), m = big_arg(&c, modulus);
    if (mpz_sgn(m) == 0) return err_null(e, T_ValueError, "pow() 3rd argument cannot be 0");
    double steps = (double)mpz_sizeinbase(n, 2);
    if (!big_charge(e, c.view.count, c.view.count, 2 * steps)) return NULL;
    if (!big_charge(e, a.view.count, c.view.count, DIVISION_TIMES)) return NULL;
    mpz_t result;
    mpz_init(result);
    bool ok = mpz_sgn(n) >= 0 || mpz_cmpabs_ui(m, 1) == 0 || mpz_invert(result, x, m);
    if (!ok) {
        mpz_clear(result);
        return err_null(e, T_ValueError, "base is not invertible for the given modulus");
    }
    if (mpz_cmpabs_ui(m, 1) == 0) {
        mpz_set_ui(result, 0);
    } else {
        mpz_powm(result, x, n, m);
    }
    mpz_fdiv_r(result, result, m); /* it has the sign of the modulus, like % */
    return big_take(e, result);
}

Obj *big_binary(Engine *e, BinaryOp op, const Obj *a, const Obj *b) {
    switch (op) {
    case OP_ADD: return add(e, a, b, false);
    case OP_SUB: return add(e, a, b, true);
    case OP_MUL: return multiply(e, a, b);
    case OP_FLOORDIV:
    case OP_MOD: return divide(e, op, a, b);
    case OP_TRUEDIV: return true_divide(e, a, b);
    case OP_POW: return power(e, a, b);
    case OP_LSHIFT: return shift(e, true, a, b);
    case OP_RSHIFT: return shift(e, false, a, b);
    case OP_AND: return logic(e, mpz_and, a, b);
    case OP_OR: return logic(e, mpz_ior, a, b);
    case OP_XOR: return logic(e, mpz_xor, a, b);
    default: ASSERT(false, "ints know no such operator"); return NULL;
    }
}
