#include "object/decimal.h"

#include <math.h>

#include "object/number.h"

/* ---- float(text) --------------------------------------------------------------------------- */

/* The digits before the exponent; those that do not fit only say whether there is a rest. */
typedef struct {
    char digits[DECIMAL_DIGITS + 1];
    size_t count;
    int64_t exponent;
    bool any, rest;
} Digits;

static void add_digit(Digits *d, char c, bool fraction) {
    d->any = true;
    if (c == '0' && d->count == 0) {
        d->exponent -= fraction;
    } else if (d->count < DECIMAL_DIGITS) {
        d->digits[d->count++] = c;
        d->exponent -= fraction;
    } else {
        d->rest = d->rest || c != '0';
        d->exponent += !fraction;
    }
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A run of digits with single underscores between them, handed to `add`; false: a misplaced one. */
static bool read_run(NumberReader *r, Digits *d, bool fraction) {
    bool after_digit = false;
    for (char c; is_digit(c = number_peek(r)) || c == '_'; number_advance(r)) {
        if (c == '_') {
            if (!after_digit) return false;
        } else {
            add_digit(d, c, fraction);
        }
        after_digit = c != '_';
        if (c != '_') continue;
        NumberReader next = *r;
        number_advance(&next);
        if (!is_digit(number_peek(&next))) return false;
    }
    return true;
}

/* Exponents far outside stay there: the sum with the digits' own can't overflow. */
static bool read_exponent(NumberReader *r, int64_t *exponent) {
    const int64_t far = INT64_C(1) << 40;
    bool negative = number_take(r, '-');
    if (!negative) number_take(r, '+');
    if (!is_digit(number_peek(r))) return false;
    int64_t value = 0;
    bool after_digit = false;
    for (char c; is_digit(c = number_peek(r)) || (c == '_' && after_digit); number_advance(r)) {
        after_digit = c != '_';
        if (after_digit && value < far) value = value * 10 + (c - '0');
    }
    *exponent += negative ? -value : value;
    return after_digit;
}

static bool take_word(NumberReader *r, const char *word) {
    NumberReader next = *r;
    for (; *word; word++) {
        char c = number_peek(&next);
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (c != *word) return false;
        number_advance(&next);
    }
    *r = next;
    return true;
}

static bool read_special(NumberReader *r, double *value) {
    if (take_word(r, "infinity") || take_word(r, "inf")) {
        *value = HUGE_VAL;
    } else if (take_word(r, "nan")) {
        *value = NAN;
    } else {
        return false;
    }
    return true;
}

static bool read_decimal(NumberReader *r, double *value) {
    Digits d;
    d.count = 0;
    d.exponent = 0;
    d.any = d.rest = false;
    if (!read_run(r, &d, false)) return false;
    if (number_take(r, '.') && !read_run(r, &d, true)) return false;
    if (!d.any) return false;
    if (number_take(r, 'e') || number_take(r, 'E')) {
        if (!read_exponent(r, &d.exponent)) return false;
    }
    if (d.rest) {
        d.digits[d.count++] = '1';
        d.exponent--;
    }
    *value = decimal_value(d.digits, d.count, d.exponent);
    return true;
}

bool decimal_read(const char *text, size_t size, double *value) {
    NumberReader r = number_reader(text, size);
    bool negative = number_take(&r, '-');
    if (!negative) number_take(&r, '+');
    if (!read_special(&r, value) && !read_decimal(&r, value)) return false;
    if (negative) *value = -*value;
    return number_peek(&r) == 0;
}
