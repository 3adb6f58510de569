#include "object/decimal.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A natural number, least significant limb first; `base` 2^32 or 10^9 is the caller's business.
 * 128 limbs of 32 bits hold 10^1145, the largest divisor that decimal_value() needs. */
enum { NATURAL_LIMBS = 128, NINE_DIGITS = 1000000000 };
typedef struct {
    int count;
    uint32_t limb[NATURAL_LIMBS];
} Natural;

/* ---- arithmetic ---------------------------------------------------------------------------- */

static void natural_push(Natural *n, uint64_t limb) {
    ASSERT(n->count < NATURAL_LIMBS, "a decimal conversion outgrew its limbs");
    n->limb[n->count++] = (uint32_t)limb;
}

static void multiply_add(Natural *n, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < n->count; i++) {
        carry += (uint64_t)n->limb[i] * factor;
        n->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) natural_push(n, carry);
}

static void multiply_nines(Natural *n, uint32_t factor) {
    uint64_t carry = 0;
    for (int i = 0; i < n->count; i++) {
        carry += (uint64_t)n->limb[i] * factor;
        n->limb[i] = (uint32_t)(carry % NINE_DIGITS);
        carry /= NINE_DIGITS;
    }
    for (; carry; carry /= NINE_DIGITS) natural_push(n, carry % NINE_DIGITS);
}

static void multiply_power(Natural *n, uint32_t base, int64_t exponent,
                           void (*multiply)(Natural *, uint32_t)) {
    while (exponent > 0) {
        uint32_t factor = 1;
        for (; exponent > 0 && factor <= UINT32_MAX / 4 / base; exponent--) factor *= base;
        multiply(n, factor);
    }
}

static void multiply_binary(Natural *n, uint32_t factor) {
    multiply_add(n, factor, 0);
}

static int bit_length(const Natural *n) {
    if (n->count == 0) return 0;
    int bits = (n->count - 1) * 32;
    for (uint32_t top = n->limb[n->count - 1]; top; top >>= 1) bits++;
    return bits;
}

static void shift_left(Natural *n, int bits) {
    int limbs = bits / 32;
    if (limbs > 0 && n->count > 0) {
        ASSERT(n->count + limbs <= NATURAL_LIMBS, "a decimal conversion outgrew its limbs");
        memmove(n->limb + limbs, n->limb, (size_t)n->count * sizeof *n->limb);
        memset(n->limb, 0, (size_t)limbs * sizeof *n->limb);
        n->count += limbs;
    }
    multiply_add(n, UINT32_C(1) << bits % 32, 0);
}

static bool at_least(const Natural *a, const Natural *b) {
    if (a->count != b->count) return a->count > b->count;
    for (int i = a->count; i-- > 0;) {
        if (a->limb[i] != b->limb[i]) return a->limb[i] > b->limb[i];
    }
    return true;
}

static void subtract(Natural *a, const Natural *b) {
    int64_t borrow = 0;
    for (int i = 0; i < a->count; i++) {
        borrow += (int64_t)a->limb[i] - (i < b->count ? (int64_t)b->limb[i] : 0);
        a->limb[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (a->count > 0 && a->limb[a->count - 1] == 0) a->count--;
}

/* ---- from double to digits ----------------------------------------------------------------- */

/* value = mantissa * 2^exponent. */
static uint64_t take_apart(double value, int *exponent) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int biased = (int)(bits >> 52 & 0x7FF);
    uint64_t mantissa = bits & ((UINT64_C(1) << 52) - 1);
    *exponent = (biased ? biased : 1) - 1075;
    return biased ? mantissa | UINT64_C(1) << 52 : mantissa;
}

/* All digits of mantissa * 2^exponent; returns how many of them stand behind the decimal point. A
 * fraction m / 2^k is m * 5^k with the point k digits to the left. */
static int expand(uint64_t mantissa, int exponent, char *digits, int *count) {
    Natural n = {0};
    for (uint64_t rest = mantissa; rest; rest /= NINE_DIGITS) natural_push(&n, rest % NINE_DIGITS);
    multiply_power(&n, exponent < 0 ? 5 : 2, exponent < 0 ? -exponent : exponent, multiply_nines);
    *count = n.count * 9;
    for (int i = 0; i < n.count; i++) {
        uint32_t limb = n.limb[i];
        for (int k = 1; k <= 9; k++, limb /= 10)
            digits[*count - i * 9 - k] = (char)('0' + limb % 10);
    }
    return exponent < 0 ? -exponent : 0;
}

static void trim(Decimal *d) {
    int zeros = 0;
    while (zeros < d->count && d->digits[zeros] == '0') zeros++;
    if (zeros > 0) {
        memmove(d->digits, d->digits + zeros, (size_t)(d->count - zeros));
        d->count -= zeros;
        d->point -= zeros;
    }
    while (d->count > 0 && d->digits[d->count - 1] == '0') d->count--;
    if (d->count == 0) d->point = 0;
}

void decimal_exact(Decimal *d, double value) {
    int exponent;
    uint64_t mantissa = take_apart(value, &exponent);
    while (mantissa && mantissa % 2 == 0 && exponent < 0) {
        mantissa /= 2;
        exponent++;
    }
    int behind = expand(mantissa, exponent, d->digits, &d->count);
    d->point = d->count - behind;
    trim(d);
}

/* Adds one unit in the last of `count` digits; false: they were all nines and are zeros now. */
static bool increment(char *digits, int count) {
    for (int i = count; i-- > 0;) {
        if (digits[i] != '9') {
            digits[i]++;
            return true;
        }
        digits[i] = '0';
    }
    return false;
}

static bool all_zeros(const char *digits, int count) {
    for (int i = 0; i < count; i++) {
        if (digits[i] != '0') return false;
    }
    return true;
}

/* Whether what follows `keep` digits is above (1), at (0) or below (-1) one half. */
static int compare_half(const char *digits, int count, int keep) {
    if (keep >= count) return -1;
    if (digits[keep] != '5') return digits[keep] > '5' ? 1 : -1;
    return all_zeros(digits + keep + 1, count - keep - 1) ? 0 : 1;
}

void decimal_round(Decimal *d, int keep) {
    if (keep >= d->count) return;
    if (keep < 0) {
        d->count = d->point = 0;
        return;
    }
    int half = compare_half(d->digits, d->count, keep);
    bool odd = keep > 0 && (d->digits[keep - 1] - '0') % 2 == 1;
    d->count = keep;
    if ((half > 0 || (half == 0 && odd)) && !increment(d->digits, keep)) {
        d->digits[0] = '1';
        d->count = 1;
        d->point++;
    }
    trim(d);
}

/* The digits of a double and of the two points half-way to its neighbours, all equally long. */
typedef struct {
    char low[DECIMAL_DIGITS], middle[DECIMAL_DIGITS], high[DECIMAL_DIGITS];
    int count;
    bool inclusive; /* the half-way points themselves read back as the double: ties go to even */
} Interval;

static void pad_front(char *digits, int count, int width) {
    memmove(digits + width - count, digits, (size_t)count);
    memset(digits, '0', (size_t)(width - count));
}

static int interval_init(Interval *v, double value) {
    int exponent, low_count, middle_count;
    uint64_t mantissa = take_apart(value, &exponent);
    bool power =
        mantissa == UINT64_C(1) << 52 && exponent > -1074; /* the gap below is half as wide */
    int behind = expand(mantissa * 4 - (power ? 1 : 2), exponent - 2, v->low, &low_count);
    expand(mantissa * 4, exponent - 2, v->middle, &middle_count);
    expand(mantissa * 4 + 2, exponent - 2, v->high, &v->count);
    pad_front(v->low, low_count, v->count);
    pad_front(v->middle, middle_count, v->count);
    v->inclusive = mantissa % 2 == 0;
    return v->count - behind;
}

/* Cuts the middle after `n` digits. False: neither this nor the next number above lies inside. */
static bool interval_cut(const Interval *v, int n, char *digits) {
    int rest = v->count - n;
    memcpy(digits, v->middle, (size_t)n);
    int below = memcmp(digits, v->low, (size_t)n);
    bool down = below > 0 || (v->inclusive && all_zeros(v->low + n, rest));
    bool up = increment(digits, n);
    int above = memcmp(digits, v->high, (size_t)n);
    up = up && above <= 0 && (above < 0 || v->inclusive || !all_zeros(v->high + n, rest));
    if (up && down) {
        int half = compare_half(v->middle, v->count, n);
        up = half > 0 || (half == 0 && (v->middle[n - 1] - '0') % 2 == 1);
    }
    if (!up) memcpy(digits, v->middle, (size_t)n);
    return up || down;
}

void decimal_shortest(Decimal *d, double value) {
    d->count = d->point = 0;
    if (value == 0) return;
    Interval v;
    d->point = interval_init(&v, value);
    d->count = 1;
    while (!interval_cut(&v, d->count, d->digits)) d->count++;
    trim(d);
}

/* ---- from digits to double ----------------------------------------------------------------- */

/* numerator / denominator in lowest position: the quotient of their leading bits lies in [1, 2). */
static int align(Natural *numerator, Natural *denominator) {
    int shift = bit_length(numerator) - bit_length(denominator);
    if (shift > 0) shift_left(denominator, shift);
    if (shift < 0) shift_left(numerator, -shift);
    if (at_least(numerator, denominator)) return shift;
    shift_left(numerator, 1);
    return shift - 1;
}

/* The correctly rounded quotient, by schoolbook division in base two. */
static double divide(Natural *numerator, Natural *denominator) {
    int exponent = align(numerator, denominator);
    int bits = exponent < -1022 ? 53 - (-1022 - exponent) : 53;
    if (bits < 0) return 0;
    uint64_t quotient = 0;
    for (int i = 0; i < bits; i++) {
        bool one = at_least(numerator, denominator);
        if (one) subtract(numerator, denominator);
        quotient = quotient * 2 + one;
        shift_left(numerator, 1);
    }
    bool half = at_least(numerator, denominator);
    if (half) subtract(numerator, denominator);
    if (half && (numerator->count > 0 || quotient % 2 == 1)) quotient++;
    return ldexp((double)quotient, exponent - bits + 1);
}

/* Both operands and the result's factor are exact doubles: one rounding, hence the right one. */
static bool try_exact(uint64_t mantissa, int64_t exponent, double *value) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (FLT_EVAL_METHOD != 0 || mantissa > UINT64_C(1) << 53) return false;
    if (exponent < -22 || exponent > 22) return false;
    *value = (double)mantissa;
    *value = exponent < 0 ? *value / powers[-exponent] : *value * powers[exponent];
    return true;
}

double decimal_value(const char *digits, size_t count, int64_t exponent) {
    while (count > 0 && digits[0] == '0') digits++, count--;
    while (count > 0 && digits[count - 1] == '0') count--, exponent++;
    if (count == 0) return 0;
    if (exponent > 310 || (int64_t)count + exponent > 310) return HUGE_VAL;
    if ((int64_t)count + exponent < -330) return 0;
    uint64_t mantissa = 0;
    double value;
    for (size_t i = 0; i < count && count < 19; i++)
        mantissa = mantissa * 10 + (uint64_t)(digits[i] - '0');
    if (count < 19 && try_exact(mantissa, exponent, &value)) return value;
    Natural numerator = {0}, denominator = {1, {1}};
    size_t used = count < DECIMAL_DIGITS ? count : DECIMAL_DIGITS;
    for (size_t i = 0; i < used; i++) multiply_add(&numerator, 10, (uint32_t)(digits[i] - '0'));
    if (used <
        count) { /* no half-way point has that many digits: any non-zero rest decides alike */
        multiply_add(&numerator, 10, 1);
        exponent += (int64_t)(count - used) - 1;
    }
    multiply_power(exponent < 0 ? &denominator : &numerator, 10,
                   exponent < 0 ? -exponent : exponent, multiply_binary);
    return divide(&numerator, &denominator);
}
