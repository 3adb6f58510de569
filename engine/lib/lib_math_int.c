#include "lib/lib_math.h"

#include <limits.h>
#include <math.h>

#include "object/bigint.h"
#include "object/error.h"
#include "object/tuple.h"

/* ---- factorial, perm, comb ----------------------------------------------------------------- */

/* A result of about so many bits has room and is paid for. */
static bool allow(Engine *e, double bits) {
    size_t limbs = (size_t)(bits / GMP_NUMB_BITS) + 1;
    return big_room(e, bits) && big_charge(e, limbs, limbs, 4);
}

static Obj *factorial_native(Engine *e, Obj *const *a) {
    Obj *n = int_from_index(e, a[0]);
    if (!n) return NULL;
    int64_t value = int_value(n);
    bool big = int_is_big(n);
    decref(e, n);
    if (value < 0) {
        return err_null(e, T_ValueError, "factorial() not defined for negative values");
    }
    if (big) {
        return err_null(e, T_OverflowError,
                        "factorial() argument should not exceed 9223372036854775807");
    }
    if (value > 0 && !allow(e, (double)value * (log2((double)value) - 1.4))) return NULL;
    mpz_t z;
    mpz_init(z);
    mpz_fac_ui(z, (unsigned long)value);
    return big_take(e, z);
}

/* n and k as exact ints, owned; false: an exception is set and none is. */
static bool take_nk(Engine *e, Obj *const *a, Obj **n, Obj **k) {
    *n = int_from_index(e, a[0]);
    *k = *n ? int_from_index(e, a[1]) : NULL;
    if (*k && int_value(*n) >= 0 && int_value(*k) >= 0) return true;
    if (*k) {
        err_null(e, T_ValueError, "%s must be a non-negative integer",
                 int_value(*n) < 0 ? "n" : "k");
    }
    xdecref(e, *n);
    xdecref(e, *k);
    return false;
}

static bool check_k(Engine *e, const Obj *k, const char *text) {
    return !int_is_big(k) || err_false(e, T_OverflowError, "%s", text);
}

/* n * (n - 1) * ... with `count` factors, in halves so that large factors meet large ones. */
static void falling_product(mpz_t result, mpz_srcptr n, unsigned long count) {
    if (count == 0) {
        mpz_set_ui(result, 1);
    } else if (count == 1) {
        mpz_set(result, n);
    } else {
        mpz_t rest, below;
        mpz_inits(rest, below, NULL);
        mpz_sub_ui(below, n, count / 2);
        falling_product(result, n, count / 2);
        falling_product(rest, below, count - count / 2);
        mpz_mul(result, result, rest);
        mpz_clears(rest, below, NULL);
    }
}

static Obj *perm_of(Engine *e, const Obj *n, const Obj *k) {
    if (int_compare(k, n) > 0) return int_new(e, 0);
    if (!check_k(e, k, "k must not exceed 9223372036854775807")) return NULL;
    BigArg a;
    mpz_srcptr z = big_arg(&a, n);
    double bits = (double)mpz_sizeinbase(z, 2) * (double)int_value(k);
    if (!allow(e, int_compare(k, n) == 0 ? bits / 2 : bits)) return NULL;
    mpz_t result;
    mpz_init(result);
    falling_product(result, z, (unsigned long)int_value(k));
    return big_take(e, result);
}

static Obj *perm_native(Engine *e, Obj *const *a) {
    Obj *n, *k;
    if (a[1] == e->none) return factorial_native(e, a);
    if (!take_nk(e, a, &n, &k)) return NULL;
    Obj *result = perm_of(e, n, k);
    decref(e, n);
    decref(e, k);
    return result;
}

/* Of k and n - k the smaller one counts; a factor (n - i) / (i + 1) has at most the bits of n. */
static Obj *comb_of(Engine *e, const Obj *n, Obj *k) {
    if (int_compare(k, n) > 0) return int_new(e, 0);
    Obj *other = int_binary(e, OP_SUB, n, k);
    if (!other) return NULL;
    const Obj *least = int_compare(k, other) < 0 ? k : other;
    int64_t count = int_value(least);
    bool ok = check_k(e, least, "min(n - k, k) must not exceed 9223372036854775807");
    decref(e, other);
    BigArg a;
    mpz_srcptr z = big_arg(&a, n);
    double each = (double)mpz_sizeinbase(z, 2) - (count ? log2((double)count) : 0) + 1.5;
    if (!ok || !allow(e, each * (double)count)) return NULL;
    mpz_t result;
    mpz_init(result);
    mpz_bin_ui(result, z, (unsigned long)count);
    return big_take(e, result);
}

static Obj *comb_native(Engine *e, Obj *const *a) {
    Obj *n, *k;
    if (!take_nk(e, a, &n, &k)) return NULL;
    Obj *result = comb_of(e, n, k);
    decref(e, n);
    decref(e, k);
    return result;
}

/* ---- gcd, lcm, isqrt ----------------------------------------------------------------------- */

typedef void (*Combine)(mpz_ptr, mpz_srcptr, mpz_srcptr);

/* Combines all numbers, beginning with `start`. */
static Obj *fold(Engine *e, const Tuple *all, unsigned long start, Combine combine) {
    mpz_t result;
    mpz_init_set_ui(result, start);
    for (uint32_t i = 0; i < all->size; i++) {
        Obj *number = int_from_index(e, all->items[i]);
        BigArg a;
        bool ok = number != NULL;
        if (ok) {
            mpz_srcptr z = big_arg(&a, number);
            size_t limbs = mpz_size(result) + a.view.count;
            ok = big_room(e, (double)limbs * GMP_NUMB_BITS) && big_charge(e, limbs, limbs, 3);
            if (ok) combine(result, result, z);
            decref(e, number);
        }
        if (!ok) {
            mpz_clear(result);
            return NULL;
        }
    }
    return big_take(e, result);
}

static Obj *gcd_native(Engine *e, Obj *const *a) {
    return fold(e, TUPLE(a[0]), 0, mpz_gcd);
}

static Obj *lcm_native(Engine *e, Obj *const *a) {
    return fold(e, TUPLE(a[0]), 1, mpz_lcm);
}

static Obj *isqrt_native(Engine *e, Obj *const *a) {
    Obj *n = int_from_index(e, a[0]);
    if (!n) return NULL;
    BigArg arg;
    mpz_srcptr z = big_arg(&arg, n);
    bool negative = mpz_sgn(z) < 0;
    bool ok = !negative && big_charge(e, arg.view.count, arg.view.count, 3);
    mpz_t result;
    if (ok) {
        mpz_init(result);
        mpz_sqrt(result, z);
    }
    decref(e, n);
    if (negative) return err_null(e, T_ValueError, "isqrt() argument must be nonnegative");
    return ok ? big_take(e, result) : NULL;
}

const NativeDef lib_math_int_defs[] = {
    {.name = "factorial", .signature = "n, /", .fn = factorial_native},
    {.name = "perm", .signature = "n, k=None, /", .fn = perm_native},
    {.name = "comb", .signature = "n, k, /", .fn = comb_native},
    {.name = "gcd", .signature = "*integers", .fn = gcd_native},
    {.name = "lcm", .signature = "*integers", .fn = lcm_native},
    {.name = "isqrt", .signature = "n, /", .fn = isqrt_native},
    {0},
};
