#include "lib/lib_math.h"

#include <math.h>

#include "object/error.h"
#include "object/int.h"
#include "object/tuple.h"

/* ---- factorial, perm, comb ----------------------------------------------------------------- */

/* first * (first - 1) * ... with `count` factors. */
static Obj *falling_product(Engine *e, int64_t first, int64_t count) {
    int64_t product = 1;
    for (int64_t i = 0; i < count; i++) {
        if (!int_mul(e, product, first - i, &product)) return NULL;
    }
    return int_new(e, product);
}

static Obj *factorial_native(Engine *e, Obj *const *a) {
    int64_t n;
    if (!int_index(e, a[0], &n)) return NULL;
    if (n < 0) { return err_null(e, T_ValueError, "factorial() not defined for negative values"); }
    return falling_product(e, n, n > 1 ? n - 1 : 0);
}

static bool check_nk(Engine *e, int64_t n, int64_t k) {
    if (n < 0) return err_false(e, T_ValueError, "n must be a non-negative integer");
    if (k < 0) return err_false(e, T_ValueError, "k must be a non-negative integer");
    return true;
}

static Obj *perm_native(Engine *e, Obj *const *a) {
    int64_t n, k;
    if (a[1] == e->none) return factorial_native(e, a);
    if (!int_index(e, a[0], &n) || !int_index(e, a[1], &k) || !check_nk(e, n, k)) return NULL;
    return k > n ? int_new(e, 0) : falling_product(e, n, k);
}

static int64_t gcd(int64_t x, int64_t y) {
    while (y) {
        int64_t rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

/* Each step divides before it multiplies, so that nothing larger than the result appears. */
static Obj *comb_native(Engine *e, Obj *const *a) {
    int64_t n, k;
    if (!int_index(e, a[0], &n) || !int_index(e, a[1], &k) || !check_nk(e, n, k)) return NULL;
    if (k > n) return int_new(e, 0);
    if (k > n - k) k = n - k;
    int64_t result = 1;
    for (int64_t i = 1; i <= k; i++) {
        int64_t factor = n - k + i, common = gcd(result, i);
        if (!int_mul(e, result / common, factor / (i / common), &result)) return NULL;
    }
    return int_new(e, result);
}

/* ---- gcd, lcm, isqrt ----------------------------------------------------------------------- */

static bool next_magnitude(Engine *e, Obj *o, int64_t *value) {
    if (!int_index(e, o, value)) return false;
    if (*value == INT64_MIN) {
        int_too_large(e);
        return false;
    }
    if (*value < 0) *value = -*value;
    return true;
}

static Obj *gcd_native(Engine *e, Obj *const *a) {
    int64_t result = 0, value;
    const Tuple *all = TUPLE(a[0]);
    for (uint32_t i = 0; i < all->size; i++) {
        if (!next_magnitude(e, all->items[i], &value)) return NULL;
        result = gcd(result, value);
    }
    return int_new(e, result);
}

static Obj *lcm_native(Engine *e, Obj *const *a) {
    int64_t result = 1, value;
    const Tuple *all = TUPLE(a[0]);
    for (uint32_t i = 0; i < all->size; i++) {
        if (!next_magnitude(e, all->items[i], &value)) return NULL;
        if (value == 0 || result == 0) {
            result = 0;
        } else if (!int_mul(e, result / gcd(result, value), value, &result)) {
            return NULL;
        }
    }
    return int_new(e, result);
}

static Obj *isqrt_native(Engine *e, Obj *const *a) {
    int64_t n;
    if (!int_index(e, a[0], &n)) return NULL;
    if (n < 0) return err_null(e, T_ValueError, "isqrt() argument must be nonnegative");
    int64_t root = (int64_t)sqrt((double)n);
    while (root > 0 && root > n / root) root--;
    while (root + 1 <= n / (root + 1)) root++;
    return int_new(e, root);
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
