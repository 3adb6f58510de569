/* Ints of any size from and to digits, bytes and doubles. */
#include "object/bigint.h"

#include <math.h>
#include <string.h>

#include "object/error.h"

/* ---- Doubles ------------------------------------------------------------------------------- */

double big_frexp(const Obj *o, int64_t *exponent) {
    BigArg a;
    mpz_srcptr z = big_arg(&a, o);
    size_t bits = mpz_sizeinbase(z, 2), drop = bits > 64 ? bits - 64 : 0;
    mpz_t top;
    mpz_init(top);
    mpz_tdiv_q_2exp(top, z, drop);
    uint64_t word = 0;
    for (size_t i = mpz_size(top); i-- > 0;) {
        word = (BIG_OWN > 1 ? word << 32 : 0) | mpz_getlimbn(top, (mp_size_t)i);
    }
    mpz_clear(top);
    /* A last bit of 1 stands for all that is lost: it decides a tie. */
    if (drop && mpz_scan1(z, 0) < drop) word |= 1;
    *exponent = (int64_t)bits;
    double result = ldexp((double)word, bits > 64 ? -64 : -(int)bits);
    return a.view.negative ? -result : result;
}

bool int_to_double(Engine *e, const Obj *o, double *value) {
    if (!int_is_big(o)) {
        *value = (double)int_value(o);
        return true;
    }
    int64_t exponent;
    double fraction = big_frexp(o, &exponent);
    *value = exponent > 1024 ? HUGE_VAL : ldexp(fraction, (int)exponent);
    return !isinf(*value) || err_false(e, T_OverflowError, "int too large to convert to float");
}

Obj *big_from_double(Engine *e, double value) {
    mpz_t z;
    mpz_init_set_d(z, value);
    return big_take(e, z);
}

int int_compare_double(const Obj *o, double b) {
    static const double TWO_63 = 9223372036854775808.0;
    if (isnan(b)) return 2;
    if (int_is_big(o)) {
        BigArg a;
        int order = mpz_cmp_d(big_arg(&a, o), b);
        return order < 0 ? -1 : order > 0;
    }
    if (b >= TWO_63) return -1;
    if (b < -TWO_63) return 1;
    int64_t a = int_value(o), whole = (int64_t)b;
    if (a != whole) return a < whole ? -1 : 1;
    double fraction = b - trunc(b);
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
}

/* ---- Rounding to powers of ten ------------------------------------------------------------- */

Obj *big_round(Engine *e, const Obj *o, int64_t digits) {
    BigArg a;
    mpz_srcptr z = big_arg(&a, o);
    if ((double)digits > (double)mpz_sizeinbase(z, 10) + 1) return int_new(e, 0);
    if (!big_charge(e, a.view.count, a.view.count, 4)) return NULL;
    mpz_t unit, quotient, rest;
    mpz_inits(unit, quotient, rest, NULL);
    mpz_ui_pow_ui(unit, 10, (unsigned long)digits);
    mpz_fdiv_qr(quotient, rest, z, unit);
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmp(rest, unit);
    if (order > 0 || (order == 0 && mpz_odd_p(quotient))) mpz_add_ui(quotient, quotient, 1);
    mpz_mul(quotient, quotient, unit);
    mpz_clears(unit, rest, NULL);
    return big_take(e, quotient);
}

/* ---- Digits -------------------------------------------------------------------------------- */

Obj *big_from_digits(Engine *e, const char *digits, size_t count, int base, bool negative) {
    size_t limbs = count / 10;
    if (!big_room(e, (double)count) || !big_charge(e, limbs, limbs, 2)) return NULL;
    mpz_t z;
    mpz_init(z);
    int failed = mpz_set_str(z, digits, base);
    ASSERT(failed == 0, "the digits are checked before");
    if (negative) mpz_neg(z, z);
    return big_take(e, z);
}

static bool too_many_digits(Engine *e) {
    return err_false(e, T_ValueError,
                     "Exceeds the limit (%u digits) for integer string conversion; use "
                     "sys.set_int_max_str_digits() to increase the limit",
                     *e->int_max_digits);
}

static bool put_big_digits(StrBuf *b, const Obj *o, unsigned base, bool upper) {
    Engine *e = b->e;
    BigArg a;
    mpz_srcptr z = big_arg(&a, o);
    size_t most = mpz_sizeinbase(z, (int)base), limit = base == 10 ? *e->int_max_digits : 0;
    if (limit && most > limit + 1) return too_many_digits(e);
    if (!big_charge(e, a.view.count, a.view.count, base == 10 ? 4 : 0.1)) return false;
    char *text = arena_alloc(&e->arena, most + 2);
    if (!text) {
        err_memory(e);
        return false;
    }
    mpz_get_str(text, upper ? -(int)base : (int)base, z);
    const char *digits = text + (text[0] == '-');
    size_t count = strlen(digits);
    bool ok = !limit || count <= limit || too_many_digits(e);
    if (ok) strbuf_put(b, digits, count);
    arena_free(&e->arena, text);
    return ok && !b->failed;
}

bool int_put_digits(StrBuf *b, const Obj *o, unsigned base, bool upper) {
    if (int_is_big(o)) return put_big_digits(b, o, base, upper);
    const char *symbols = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    int64_t value = int_value(o);
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    char text[64], *p = text + sizeof text;
    do {
        *--p = symbols[rest % base];
        rest /= base;
    } while (rest);
    strbuf_put(b, p, (size_t)(text + sizeof text - p));
    return !b->failed;
}

/* ---- Bytes --------------------------------------------------------------------------------- */

enum { LIMB_BYTES = GMP_NUMB_BITS / 8 };

Obj *big_from_bytes(Engine *e, const unsigned char *data, size_t size, bool little,
                    bool is_signed) {
    bool negative = is_signed && size > 0 && data[little ? size - 1 : 0] >= 128;
    size_t limbs = size / LIMB_BYTES + 1;
    Int *n = big_new(e, limbs);
    if (!n) return NULL;
    mp_limb_t *limb = n->big->limb;
    for (size_t i = 0; i < limbs * LIMB_BYTES; i++) {
        mp_limb_t byte = i < size ? data[little ? i : size - 1 - i] : negative ? 255 : 0;
        limb[i / LIMB_BYTES] |= byte << 8 * (i % LIMB_BYTES);
    }
    if (negative) mpn_neg(limb, limb, (mp_size_t)limbs);
    return big_finish(e, n, limbs, negative);
}

void big_to_bytes(const Obj *o, unsigned char *data, size_t size, bool little) {
    BigView v;
    big_view(&v, o);
    unsigned carry = 1; /* a negative value is the complement of its magnitude plus one */
    for (size_t i = 0; i < size; i++) {
        size_t at = i / LIMB_BYTES;
        mp_limb_t limb = at < v.count ? v.limb[at] : 0;
        unsigned byte = (unsigned)(limb >> 8 * (i % LIMB_BYTES)) & 255;
        if (v.negative) {
            byte = (byte ^ 255) + carry;
            carry = byte >> 8;
        }
        data[little ? i : size - 1 - i] = (unsigned char)byte;
    }
}
