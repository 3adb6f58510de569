#include "object/float.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "object/decimal.h"

static size_t put_text(char *out, const char *text) {
    strcpy(out, text);
    return strlen(text);
}

/* d.ddde+XX, with two digits of exponent at least. */
static size_t put_exponent(const Decimal *d, char *out) {
    char *p = out;
    *p++ = d->digits[0];
    if (d->count > 1) *p++ = '.';
    memcpy(p, d->digits + 1, (size_t)d->count - 1);
    p += d->count - 1;
    int exponent = d->point - 1;
    p += snprintf(p, 6, "e%c%02d", exponent < 0 ? '-' : '+', exponent < 0 ? -exponent : exponent);
    return (size_t)(p - out);
}

/* At most 16 digits before the point and 3 zeros behind it: at least one digit on each side. */
static size_t put_fixed(const Decimal *d, char *out) {
    char *p = out;
    if (d->point <= 0) *p++ = '0';
    for (int i = 0; i < d->point; i++) *p++ = i < d->count ? d->digits[i] : '0';
    *p++ = '.';
    for (int i = d->point; i < 0; i++) *p++ = '0';
    for (int i = d->point > 0 ? d->point : 0; i < d->count; i++) *p++ = d->digits[i];
    if (p[-1] == '.') *p++ = '0';
    *p = 0;
    return (size_t)(p - out);
}

size_t float_repr_text(double value, char buffer[FLOAT_REPR_SIZE]) {
    if (isnan(value)) return put_text(buffer, "nan");
    bool negative = signbit(value);
    char *out = buffer;
    if (negative) *out++ = '-';
    if (isinf(value)) return put_text(out, "inf") + negative;
    if (value == 0) return put_text(out, "0.0") + negative;
    Decimal d;
    decimal_shortest(&d, value);
    bool fixed = d.point > -4 && d.point <= 16;
    return (fixed ? put_fixed(&d, out) : put_exponent(&d, out)) + negative;
}
