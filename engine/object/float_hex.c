#include "object/float_hex.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

size_t float_hex_text(double value, char buffer[FLOAT_HEX_SIZE]) {
    const char *sign = signbit(value) ? "-" : "";
    if (isnan(value)) return (size_t)snprintf(buffer, FLOAT_HEX_SIZE, "nan");
    if (isinf(value)) return (size_t)snprintf(buffer, FLOAT_HEX_SIZE, "%sinf", sign);
    if (value == 0) return (size_t)snprintf(buffer, FLOAT_HEX_SIZE, "%s0x0.0p+0", sign);
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int biased = (int)(bits >> 52 & 0x7FF);
    return (size_t)snprintf(buffer, FLOAT_HEX_SIZE, "%s0x%d.%013" PRIx64 "p%+d", sign, biased != 0,
                            bits & ((UINT64_C(1) << 52) - 1), biased ? biased - 1023 : -1022);
}

/* The leading 60 bits of the number; what follows them only counts as zero or not. */
typedef struct {
    uint64_t bits;
    int64_t exponent;
    bool any, sticky;
} HexDigits;

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = (char)(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_digit(HexDigits *d, int digit, bool fraction) {
    d->any = true;
    if (d->bits >> 56 == 0) {
        d->bits = d->bits << 4 | (uint64_t)digit;
        d->exponent -= fraction ? 4 : 0;
    } else {
        d->sticky = d->sticky || digit != 0;
        d->exponent += fraction ? 0 : 4;
    }
}

static const char *read_digits(const char *p, const char *end, HexDigits *d, bool fraction) {
    for (; p < end && hex_value(*p) >= 0; p++) add_digit(d, hex_value(*p), fraction);
    return p;
}

/* NULL: there are no digits. */
static const char *read_exponent(const char *p, const char *end, int64_t *exponent) {
    const int64_t far = INT64_C(1) << 40;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || *p < '0' || *p > '9') return NULL;
    int64_t value = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        if (value < far) value = value * 10 + (*p - '0');
    }
    *exponent += negative ? -value : value;
    return p;
}

/* bits * 2^exponent rounded half to even to what a double can hold. */
static FloatHexRead make_double(HexDigits d, double *value) {
    *value = 0;
    if (d.bits == 0) return FLOAT_HEX_READ;
    int top = 0;
    for (uint64_t b = d.bits; b; b >>= 1) top++;
    int64_t first = d.exponent + top - 1; /* the exponent of the leading bit */
    if (first > 1023) return FLOAT_HEX_TOO_LARGE;
    if (first < -1076) return FLOAT_HEX_READ;
    int64_t last = first - 52 < -1074 ? -1074 : first - 52;
    int64_t drop = last - d.exponent;
    uint64_t kept = d.bits;
    if (drop > 63) kept = 0;
    if (drop > 0 && drop <= 63) {
        uint64_t half = UINT64_C(1) << (drop - 1), rest = d.bits & (2 * half - 1);
        kept = d.bits >> drop;
        bool tie = rest == half && !d.sticky;
        kept += tie ? kept & 1 : rest >= half;
    }
    *value = ldexp((double)kept, (int)(drop > 0 ? last : d.exponent));
    return isinf(*value) ? FLOAT_HEX_TOO_LARGE : FLOAT_HEX_READ;
}

static bool same_word(const char *p, const char *end, const char *word) {
    for (; *word; word++, p++) {
        if (p == end || (*p | 32) != *word) return false;
    }
    return p == end;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static FloatHexRead read_unsigned(const char *p, const char *end, double *value) {
    if (same_word(p, end, "inf") || same_word(p, end, "infinity") || same_word(p, end, "nan")) {
        *value = (*p | 32) == 'n' ? NAN : HUGE_VAL;
        return FLOAT_HEX_READ;
    }
    if (end - p >= 2 && p[0] == '0' && (p[1] | 32) == 'x') p += 2;
    HexDigits d = {0};
    p = read_digits(p, end, &d, false);
    if (p < end && *p == '.') p = read_digits(p + 1, end, &d, true);
    if (!d.any) return FLOAT_HEX_INVALID;
    if (p < end && (*p | 32) == 'p') p = read_exponent(p + 1, end, &d.exponent);
    FloatHexRead result = p ? make_double(d, value) : FLOAT_HEX_INVALID;
    return result == FLOAT_HEX_READ && p != end ? FLOAT_HEX_INVALID : result;
}

FloatHexRead float_hex_read(const char *text, size_t size, double *value) {
    const char *p = text, *end = text + size;
    while (p < end && is_space(*p)) p++;
    while (p < end && is_space(end[-1])) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    FloatHexRead result = read_unsigned(p, end, value);
    if (negative) *value = -*value;
    return result;
}
